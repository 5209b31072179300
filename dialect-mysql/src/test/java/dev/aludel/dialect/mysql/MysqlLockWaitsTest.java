package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.LockLostException;
import dev.aludel.execute.LockConflict;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.SessionSetting;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MysqlLockWaitsTest {

    private static final LambdaHistory ADD_COLUMN =
            new LambdaHistory().then("r1", schema -> schema.alterTable("a", t -> t.addColumn("note", text())));

    private final MysqlLockWaits waits = new MysqlLockWaits();

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_change_gives_up_and_names_the_reader_who_holds_the_table(TestDatabase database) throws SQLException {
        createTables(database);
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            String id = TestRun.rows(reader, "SELECT CONNECTION_ID(), a.* FROM a")
                    .get(0)
                    .get(0);
            Migrator migrator = migrator(database, ADD_COLUMN).lockRetries(1).build();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("Lock wait timeout exceeded")
                    .hasMessageContaining("each of the 2 times that it was tried. In the way:")
                    .hasMessageContaining("connection %s of user ".formatted(id))
                    .hasMessageContaining(", idle for ")
                    .hasMessageContaining(", in a transaction since ");
            if (database.kind() == DatabaseKind.MYSQL) {
                assertThatThrownBy(() -> migrator.upgrade("head"))
                        .hasMessageContaining(": SELECT CONNECTION_ID(), a.* FROM a");
            }
            assertThat(migrator.current()).isEmpty();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void the_statement_alone_is_run_again_once_the_reader_has_gone(TestDatabase database) throws SQLException {
        createTables(database);
        List<LockConflict> conflicts = new ArrayList<>();
        LambdaHistory history = new LambdaHistory().then("r1", schema -> {
            schema.alterTable("b", t -> t.addColumn("note", text()));
            schema.alterTable("a", t -> t.addColumn("note", text()));
        });
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            TestRun.rows(reader, "SELECT * FROM a");
            Migrator migrator = migrator(database, history)
                    .listener(new MigrationListener() {
                        @Override
                        public void retrying(PlannedRevision revision, LockConflict conflict) {
                            conflicts.add(conflict);
                            commit(reader);
                        }
                    })
                    .build();

            migrator.upgrade("head");

            assertThat(conflicts).singleElement().satisfies(conflict -> assertThat(conflict.wholeRevision())
                    .isFalse());
            assertThat(database.query("SELECT a.note, b.note FROM a JOIN b USING (id)"))
                    .hasSize(2);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_statement_is_not_run_again_by_who_lost_the_lease_meanwhile(TestDatabase database) throws SQLException {
        createTables(database);
        LambdaHistory history =
                new LambdaHistory().then("r1", schema -> schema.alterTable("a", t -> t.addColumn("note", text())));
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            TestRun.rows(reader, "SELECT * FROM a");
            Migrator migrator = migrator(database, history)
                    .lease(Duration.ofSeconds(60))
                    .listener(new MigrationListener() {
                        @Override
                        public void retrying(PlannedRevision revision, LockConflict conflict) {
                            takeLeaseOver(database);
                            commit(reader);
                        }
                    })
                    .build();

            assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(LockLostException.class);

            assertThat(database.query("SELECT * FROM a").toString()).doesNotContain("note");
        }
    }

    /** InnoDB ends the transaction that changed fewer rows: the other one changes many. */
    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_statement_that_a_deadlock_ended_is_run_again(TestDatabase database) throws Exception {
        createTables(database);
        List<LockConflict> conflicts = new ArrayList<>();
        LambdaHistory history =
                new LambdaHistory().then("r1", schema -> schema.update("a").set("n", 7));
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            TestRun.execute(other, "INSERT INTO ballast SELECT id FROM ballast_of_100");
            TestRun.execute(other, "UPDATE a SET n = 2 WHERE id = 2");
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> migrator(database, history)
                    .lockWait(Duration.ofSeconds(60))
                    .listener(new MigrationListener() {
                        @Override
                        public void retrying(PlannedRevision revision, LockConflict conflict) {
                            conflicts.add(conflict);
                        }
                    })
                    .build()
                    .upgrade("head"));
            awaitLockWait(database);

            TestRun.execute(other, "UPDATE a SET n = 1 WHERE id = 1");
            other.commit();

            run.get(60, TimeUnit.SECONDS);
            assertThat(conflicts).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .containsIgnoringCase("deadlock"));
            assertThat(database.query("SELECT DISTINCT n FROM a").toString()).isEqualTo("[{n=7}]");
        }
    }

    @Test
    void waits_are_counted_in_seconds_and_at_least_one() {
        assertThat(assigned(Duration.ofMillis(1)))
                .containsExactly("SESSION lock_wait_timeout = 1, SESSION innodb_lock_wait_timeout = 1");
        assertThat(assigned(Duration.ofMillis(5001)))
                .containsExactly("SESSION lock_wait_timeout = 6, SESSION innodb_lock_wait_timeout = 6");
        assertThat(assigned(Duration.ofDays(9999)))
                .containsExactly("SESSION lock_wait_timeout = 31536000, SESSION innodb_lock_wait_timeout = 31536000");
        assertThat(waits.limit(Duration.ofSeconds(5)).stream().map(SessionSetting::name))
                .containsExactly("lock_wait_timeout, innodb_lock_wait_timeout");
    }

    @Test
    void a_wait_and_a_deadlock_are_worth_another_try() {
        assertThat(List.of(1205, 1213)).allMatch(this::isRetryable);
        assertThat(List.of(1062, 1146, 3572)).noneMatch(this::isRetryable);
    }

    private boolean isRetryable(int code) {
        return waits.isRetryable(new SQLException("", "", code));
    }

    private List<String> assigned(Duration limit) {
        return waits.limit(limit).stream().map(SessionSetting::value).toList();
    }

    private static void createTables(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY)",
                "CREATE TABLE ballast (id INTEGER)",
                "CREATE TABLE ballast_of_100 (id INTEGER PRIMARY KEY AUTO_INCREMENT)",
                "INSERT INTO a VALUES (1, 0), (2, 0)",
                "INSERT INTO b VALUES (1), (2)",
                "INSERT INTO ballast_of_100 VALUES " + "(DEFAULT), ".repeat(99) + "(DEFAULT)");
    }

    private static void awaitLockWait(TestDatabase database) throws SQLException, InterruptedException {
        String waiting = "SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
        for (int look = 0; database.query(waiting).isEmpty(); look++) {
            assertThat(look).isLessThan(600);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void takeLeaseOver(TestDatabase database) {
        try {
            database.execute("UPDATE alembic_version_lease SET token = token + 1, owner = 'somebody else'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Migrator.Builder migrator(TestDatabase database, LambdaHistory history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(new MysqlDialect())
                .lockWait(Duration.ofMillis(900));
    }
}
