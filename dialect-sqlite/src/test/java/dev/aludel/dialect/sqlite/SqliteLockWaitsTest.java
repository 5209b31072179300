package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.execute.LockConflict;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever reads keeps a commit waiting, unless the database has a write-ahead log. */
class SqliteLockWaitsTest {

    private static final LambdaHistory HISTORY =
            new LambdaHistory().then("r1", schema -> schema.createTable("t", t -> t.column("n", integer())));

    private final SqliteLockWaits waits = new SqliteLockWaits();

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_commit_gives_up_while_somebody_reads(TestDatabase database) throws SQLException {
        try (Connection reader = reader(database)) {
            Migrator migrator = migrator(database).lockRetries(2).build();
            long start = System.nanoTime();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("database is locked")
                    .hasMessageContaining("each of the 3 times that it was tried. In the way:")
                    .hasMessageContaining("SQLite does not tell which one")
                    .hasMessageContaining("The transaction was rolled back");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(OneConnection.text(reader, "SELECT count(*) FROM sqlite_schema"))
                    .isEqualTo("1");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_commit_succeeds_once_the_reader_has_gone(TestDatabase database) throws SQLException {
        List<LockConflict> conflicts = new ArrayList<>();
        try (Connection reader = reader(database)) {
            Migrator migrator = migrator(database)
                    .listener(onConflict(conflict -> {
                        conflicts.add(conflict);
                        execute(reader, "COMMIT");
                    }))
                    .build();

            migrator.upgrade("head");

            assertThat(conflicts).singleElement().matches(LockConflict::wholeRevision);
            assertThat(database.query("SELECT * FROM t")).isEmpty();
        }
    }

    /** The wait for another run, which may take its time, is another one. */
    @DatabaseTest(DatabaseKind.SQLITE)
    void the_limit_holds_within_the_transaction_alone(TestDatabase database) throws SQLException {
        List<String> limits = new ArrayList<>();
        LambdaHistory history = new LambdaHistory()
                .then("r1", schema -> schema.run("look", connection -> limits.add(busyTimeout(connection))));
        try (Connection connection = database.connect()) {
            execute(connection, "PRAGMA busy_timeout = 77");
            Migrator.on(OneConnection.of(connection))
                    .history(history)
                    .dialect(new SqliteDialect())
                    .lockWait(Duration.ofMillis(1234))
                    .listener(new MigrationListener() {
                        @Override
                        public void revisionStarted(PlannedRevision revision, int number, int total) {
                            limits.add(busyTimeout(connection));
                        }
                    })
                    .build()
                    .upgrade("head");
            limits.add(busyTimeout(connection));
        }
        assertThat(limits).containsExactly("60000", "1234", "77");
    }

    @Test
    void busy_and_locked_are_worth_another_try_whatever_their_details() {
        assertThat(List.of(5, 6, 261, 262, 517, 773)).allMatch(this::isRetryable);
        assertThat(List.of(1, 11, 19)).noneMatch(this::isRetryable);
    }

    private boolean isRetryable(int code) {
        return waits.isRetryable(new SQLException("", "", code));
    }

    private static Migrator.Builder migrator(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(HISTORY)
                .dialect(new SqliteDialect())
                .lockWait(Duration.ofMillis(200));
    }

    private static Connection reader(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE u (n integer)");
        Connection reader = database.connect();
        execute(reader, "BEGIN");
        OneConnection.text(reader, "SELECT count(*) FROM u");
        return reader;
    }

    private static String busyTimeout(Connection connection) {
        try {
            return OneConnection.text(connection, "PRAGMA busy_timeout");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static MigrationListener onConflict(Consumer<LockConflict> reaction) {
        return new MigrationListener() {
            @Override
            public void retrying(PlannedRevision revision, LockConflict conflict) {
                reaction.accept(conflict);
            }
        };
    }
}
