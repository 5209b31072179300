package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.gateway.AddTasksAndFeedback;
import dev.aludel.gateway.AddTokenUsage;
import dev.aludel.gateway.Gateway;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run needs one connection, and gives it back as it got it: in autocommit mode or not, with its settings, unlocked. */
class PoolOfOneTest {

    /** What a server counts or tells the time by, which no run could leave alone. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "timestamp",
            "last_insert_id",
            "identity",
            "rand_seed1",
            "rand_seed2",
            "warning_count",
            "error_count",
            "pseudo_thread_id",
            "gtid_executed",
            "statement_id",
            "in_transaction",
            "last_gtid",
            "original_commit_timestamp");

    @DatabaseTest
    void a_run_that_succeeds_leaves_no_trace_on_the_connection(TestDatabase database) throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (PoolOfOne pool = new PoolOfOne(database.connect())) {
                pool.connection().setAutoCommit(autoCommit);
                Map<String, String> before = settings(database.kind(), pool.connection());
                Migrator migrator = Gateway.migrator(pool.dataSource());

                migrator.upgrade("head");
                migrator.downgrade("base");

                assertAsBefore(pool, database, autoCommit, before);
                Gateway.migrator(database).upgrade("head");
                Gateway.migrator(database).downgrade("base");
            }
        }
    }

    @DatabaseTest
    void a_run_that_fails_leaves_no_trace_on_the_connection_which_can_do_the_next(TestDatabase database)
            throws SQLException {
        Gateway.migrator(database).upgrade("b1c2d3e4f5g6");
        Gateway.insertFixture(database);
        Gateway.migrator(database).upgrade("f6e7d8c9b0a1");
        database.execute("CREATE TABLE feedback (note VARCHAR(10))");
        try (PoolOfOne pool = new PoolOfOne(database.connect())) {
            Map<String, String> before = settings(database.kind(), pool.connection());
            Migrator migrator = Gateway.migrator(pool.dataSource());

            assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(RevisionFailedException.class);

            assertAsBefore(pool, database, true, before);
            database.execute("DROP TABLE feedback");
            Gateway.migrator(database).upgrade(AddTasksAndFeedback.ID.value());
            migrator.upgrade("head");
            assertThat(migrator.current()).containsExactly(AddTokenUsage.ID);
        }
    }

    private static void assertAsBefore(
            PoolOfOne pool, TestDatabase database, boolean autoCommit, Map<String, String> settings)
            throws SQLException {
        assertThat(pool.isTaken()).isFalse();
        assertThat(pool.connection().getAutoCommit()).isEqualTo(autoCommit);
        assertThat(settings(database.kind(), pool.connection())).isEqualTo(settings);
        assertUnlocked(database);
    }

    /** Another connection can change a table: no lock is left on it. */
    private static void assertUnlocked(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE alembic_version ADD COLUMN note INTEGER");
        database.execute("ALTER TABLE alembic_version DROP COLUMN note");
    }

    private static Map<String, String> settings(DatabaseKind kind, Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String query : queries(kind)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    boolean named = rows.getMetaData().getColumnCount() > 1;
                    settings.put(named ? rows.getString(1) : query, String.valueOf(rows.getString(named ? 2 : 1)));
                }
            }
        }
        settings.keySet().removeAll(NOT_SETTINGS);
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        return settings;
    }

    private static String[] queries(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE ->
                new String[] {
                    "PRAGMA foreign_keys",
                    "PRAGMA busy_timeout",
                    "PRAGMA cache_size",
                    "PRAGMA legacy_alter_table",
                    "PRAGMA defer_foreign_keys",
                    "PRAGMA synchronous",
                    "PRAGMA writable_schema"
                };
            case POSTGRESQL ->
                // The language's own settings are listed from its first use on.
                new String[] {
                    "SELECT name, setting FROM pg_settings WHERE name <> 'transaction_read_only' AND name NOT LIKE 'plpgsql.%'"
                };
            case MYSQL, MARIADB -> new String[] {"SHOW SESSION VARIABLES"};
        };
    }
}
