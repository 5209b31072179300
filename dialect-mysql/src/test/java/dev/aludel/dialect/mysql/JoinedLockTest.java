package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.log.LogEntry;
import dev.aludel.log.Outcome;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.ConnectionSource;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The statements that write the journal ask for the lock themselves. */
class JoinedLockTest {

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_run_that_lost_its_lock_writes_nothing_more(TestDatabase database) throws SQLException {
        History history = new LambdaHistory().then("work", schema -> {
            table(schema, "firsts");
            schema.execute("DO RELEASE_ALL_LOCKS()");
            table(schema, "seconds");
        });

        assertThatThrownBy(() -> Migrator.on(database.dataSource())
                        .history(history)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining("is not held by this connection any more");

        assertThat(database.query("SHOW TABLES LIKE 'firsts'")).hasSize(1);
        assertThat(database.query("SHOW TABLES LIKE 'seconds'")).isEmpty();
        assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_revision_whose_lock_was_lost_at_its_end_is_not_recorded(TestDatabase database) throws SQLException {
        History history = new LambdaHistory()
                .then(
                        "work",
                        schema -> schema.execute(
                                "CREATE TRIGGER fired BEFORE INSERT ON alembic_version FOR EACH ROW SET @released = RELEASE_ALL_LOCKS()"));

        assertThatThrownBy(() -> Migrator.on(database.dataSource())
                        .history(history)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining("is not held by this connection any more");

        assertThat(database.query("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void where_replicas_carry_out_statements_the_lock_is_asked_for_apart(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(isJoined(connection)).isTrue();
            TestRun.execute(connection, "SET SESSION binlog_format = 'STATEMENT'");
            assertThat(isJoined(connection)).isFalse();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_driver_that_counts_changed_rows_only_makes_no_difference(TestDatabase database) throws SQLException {
        ConnectionSource connections = () -> DriverManager.getConnection(
                database.url() + (database.url().contains("?") ? "&" : "?") + "useAffectedRows=true",
                database.user(),
                database.password());
        History history = new LambdaHistory().then("work", schema -> {
            table(schema, "firsts");
            table(schema, "seconds");
            schema.execute("INSERT INTO firsts (id) VALUES (1)");
        });
        Migrator migrator =
                Migrator.on(connections.asDataSource()).history(history).build();

        migrator.upgrade("head");

        assertThat(migrator.log()).extracting(LogEntry::outcome).containsExactly(Outcome.DONE);
        assertThat(database.query("SELECT id FROM firsts")).hasSize(1);
    }

    private static boolean isJoined(Connection connection) throws SQLException {
        try (MigrationLock.Held held =
                new MysqlLock().acquire(connection, LockRequest.of("alembic_version", Duration.ZERO))) {
            return held.condition().isPresent();
        }
    }

    private static void table(Schema schema, String name) {
        schema.createTable(name, t -> t.column("id", integer()).primaryKey());
    }
}
