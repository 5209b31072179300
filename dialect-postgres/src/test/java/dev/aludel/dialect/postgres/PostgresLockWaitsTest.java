package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.LockWaits;
import dev.aludel.execute.LockConflict;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PostgresLockWaitsTest {

    private static final LockImpact EXCLUSIVE =
            new LockImpact(LockImpact.Level.READS_AND_WRITES, false, "ACCESS EXCLUSIVE");
    private static final LockImpact WRITES = new LockImpact(LockImpact.Level.WRITES, false, "SHARE");

    private static final LambdaHistory ADD_COLUMN =
            new LambdaHistory().then("r1", schema -> schema.alterTable("a", t -> t.addColumn("note", text())));

    private final LockWaits waits = new PostgresLockWaits();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_change_gives_up_and_names_the_reader_who_holds_the_table(TestDatabase database) throws SQLException {
        createTables(database);
        try (Connection reader = reader(database)) {
            String process = TestRun.rows(reader, "SELECT pg_backend_pid() AS held, * FROM a")
                    .get(0)
                    .get(0);
            Migrator migrator = migrator(database, ADD_COLUMN).lockRetries(1).build();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("canceling statement due to lock timeout")
                    .hasMessageContaining(
                            "Other sessions' locks stood in the way each of the 2 times that it was tried.")
                    .hasMessageContaining("session %s of user ".formatted(process))
                    .hasMessageContaining(", application \"nightly report\", from ")
                    .hasMessageContaining(", idle in transaction, in a transaction since 2")
                    .hasMessageContaining("Z: SELECT pg_backend_pid() AS held, * FROM a")
                    .hasMessageContaining("The transaction was rolled back");
            assertThat(migrator.current()).isEmpty();
        }
    }

    /** Without a limit they would queue behind the change for as long as the first reader stays. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void other_readers_wait_no_longer_than_one_try(TestDatabase database) throws Exception {
        createTables(database);
        Duration limit = Duration.ofSeconds(5);
        AtomicBoolean done = new AtomicBoolean();
        try (Connection reader = reader(database);
                Connection other = database.connect()) {
            TestRun.rows(reader, "SELECT * FROM a");
            CompletableFuture<List<Duration>> latencies = CompletableFuture.supplyAsync(() -> readUntil(done, other));
            long start = System.nanoTime();
            assertThatThrownBy(() -> migrator(database, ADD_COLUMN)
                            .lockWait(limit)
                            .lockRetries(2)
                            .build()
                            .upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            done.set(true);

            assertThat(took).isGreaterThan(limit.multipliedBy(3));
            assertThat(latencies.get(20, TimeUnit.SECONDS))
                    .anySatisfy(latency -> assertThat(latency).isGreaterThan(limit.dividedBy(2)))
                    .allSatisfy(latency -> assertThat(latency).isLessThan(limit.plus(limit.dividedBy(2))));
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_change_succeeds_once_the_reader_has_gone(TestDatabase database) throws SQLException {
        createTables(database);
        List<LockConflict> conflicts = new ArrayList<>();
        try (Connection reader = reader(database)) {
            TestRun.rows(reader, "SELECT * FROM a");
            Migrator migrator = migrator(database, ADD_COLUMN)
                    .listener(onConflict(conflict -> {
                        conflicts.add(conflict);
                        reader.commit();
                    }))
                    .build();

            migrator.upgrade("head");

            assertThat(conflicts).singleElement().satisfies(conflict -> {
                assertThat(conflict.reason()).contains("lock timeout");
                assertThat(conflict.blockers()).singleElement().asString().contains("nightly report");
                assertThat(conflict.retry()).isEqualTo(1);
                assertThat(conflict.wholeRevision()).isTrue();
            });
            assertThat(database.query("SELECT note FROM a")).hasSize(1);
        }
    }

    /** The other session waits for longer than it takes to look for deadlocks, so that the migration is the victim. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_revision_that_a_deadlock_ended_is_run_again_from_its_beginning(TestDatabase database) throws Exception {
        createTables(database);
        List<LockConflict> conflicts = new ArrayList<>();
        LambdaHistory both = new LambdaHistory().then("r1", schema -> {
            schema.alterTable("a", t -> t.addColumn("note", text()));
            schema.alterTable("b", t -> t.addColumn("note", text()));
        });
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            TestRun.execute(other, "LOCK TABLE b");
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            Migrator migrator = migrator(database, both)
                    .lockWait(Duration.ofSeconds(20))
                    .lockRetries(2)
                    .listener(onConflict(conflicts::add))
                    .listener(after("alter table \"a\"", () -> {
                        if (waiting.isEmpty()) {
                            waiting.add(lockAndCommit(other, "a"));
                            TimeUnit.MILLISECONDS.sleep(2500);
                        }
                    }))
                    .build();

            migrator.upgrade("head");

            waiting.get(0).get(20, TimeUnit.SECONDS);
            assertThat(conflicts).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("deadlock detected"));
            assertThat(database.query("SELECT a.note, b.note FROM a LEFT JOIN b USING (id)"))
                    .hasSize(1);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_revision_that_ran_java_is_not_run_again(TestDatabase database) throws SQLException {
        createTables(database);
        List<String> told = new ArrayList<>();
        LambdaHistory history = new LambdaHistory().then("r1", schema -> {
            schema.run("tell the world", connection -> told.add("told"));
            schema.alterTable("a", t -> t.addColumn("note", text()));
        });
        try (Connection reader = reader(database)) {
            TestRun.rows(reader, "SELECT * FROM a");

            assertThatThrownBy(() -> migrator(database, history).build().upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("it was not tried again, since it had run Java")
                    .hasMessageContaining("nightly report");
            assertThat(told).containsExactly("told");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_limit_holds_for_every_statement_of_a_run(TestDatabase database) throws SQLException {
        List<String> limits = new ArrayList<>();
        LambdaHistory history = new LambdaHistory()
                .then("r1", schema -> schema.run("look", connection -> limits.add(lockTimeout(connection))))
                .then("r2", schema -> schema.run("look", connection -> limits.add(lockTimeout(connection))));

        migrator(database, history).lockWait(Duration.ofMillis(2500)).build().upgrade("r1");
        migrator(database, history).lockWait(Duration.ZERO).build().upgrade("r2");

        assertThat(limits).containsExactly("2500ms", "0");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_reader_is_in_the_way_of_nobody_who_lets_readers_read(TestDatabase database) throws SQLException {
        createTables(database);
        try (Connection reader = reader(database);
                Connection asking = database.connect()) {
            TestRun.rows(reader, "SELECT * FROM a");

            assertThat(waits.blockers(asking, Set.of("a"), WRITES)).isEmpty();
            assertThat(waits.blockers(asking, Set.of("b"), EXCLUSIVE)).isEmpty();
            assertThat(waits.blockers(asking, Set.of("a"), EXCLUSIVE)).hasSize(1);
            assertThat(waits.blockers(asking, Set.of(), EXCLUSIVE)).hasSize(1);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_password_in_the_query_of_a_session_is_not_shown(TestDatabase database) throws SQLException {
        createTables(database);
        try (Connection other = reader(database);
                Connection asking = database.connect()) {
            TestRun.execute(other, "LOCK TABLE a IN ROW EXCLUSIVE MODE");
            TestRun.rows(other, "SELECT $$ALTER ROLE app PASSWORD 'hunter2'$$");

            assertThat(waits.blockers(asking, Set.of("a"), WRITES))
                    .singleElement()
                    .asString()
                    .endsWith(": (not shown, since it may hold a password)")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void a_wait_a_deadlock_and_a_serialization_failure_are_worth_another_try() {
        assertThat(List.of("55P03", "40P01", "40001")).allMatch(this::isRetryable);
        assertThat(List.of("42P01", "57014", "23505")).noneMatch(this::isRetryable);
        assertThat(waits.isRetryable(new SQLException("no state"))).isFalse();
    }

    private boolean isRetryable(String state) {
        return waits.isRetryable(new SQLException("", state));
    }

    private static void createTables(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE a (id integer PRIMARY KEY)",
                "CREATE TABLE b (id integer PRIMARY KEY)",
                "INSERT INTO a VALUES (1)");
    }

    private static Migrator.Builder migrator(TestDatabase database, LambdaHistory history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(new PostgresDialect())
                .lockWait(Duration.ofMillis(400));
    }

    /** A session that reads, and then idles in its transaction. */
    private static Connection reader(TestDatabase database) throws SQLException {
        Connection reader = database.connect();
        TestRun.execute(reader, "SET application_name = 'nightly report'");
        reader.setAutoCommit(false);
        return reader;
    }

    private static List<Duration> readUntil(AtomicBoolean done, Connection connection) {
        List<Duration> latencies = new ArrayList<>();
        try {
            while (!done.get()) {
                long start = System.nanoTime();
                TestRun.rows(connection, "SELECT * FROM a");
                latencies.add(Duration.ofNanos(System.nanoTime() - start));
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return latencies;
    }

    private static CompletableFuture<Void> lockAndCommit(Connection connection, String table) {
        return CompletableFuture.runAsync(() -> {
            try {
                TestRun.execute(connection, "LOCK TABLE " + table);
                connection.commit();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static String lockTimeout(Connection connection) throws SQLException {
        return TestRun.rows(connection, "SHOW lock_timeout").get(0).get(0);
    }

    private static MigrationListener onConflict(Reaction reaction) {
        return new MigrationListener() {
            @Override
            public void retrying(PlannedRevision revision, LockConflict conflict) {
                react(() -> reaction.to(conflict));
            }
        };
    }

    private static MigrationListener after(String summary, Deed deed) {
        return new MigrationListener() {
            @Override
            public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
                if (action.summary().startsWith(summary)) {
                    react(deed);
                }
            }
        };
    }

    private static void react(Deed deed) {
        try {
            deed.run();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a listener does with a conflict. */
    private interface Reaction {
        void to(LockConflict conflict) throws SQLException;
    }

    /** What a listener does. */
    private interface Deed {
        void run() throws SQLException, InterruptedException;
    }
}
