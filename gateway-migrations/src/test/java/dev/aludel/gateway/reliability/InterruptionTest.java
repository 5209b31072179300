package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Migrator;
import dev.aludel.error.MigrationException;
import dev.aludel.gateway.ConvertTimestampsToEpoch;
import dev.aludel.gateway.Gateway;
import dev.aludel.revision.Direction;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Something stops a run from outside. Each time a message says what is left, and the same call goes on from there. */
class InterruptionTest {

    private static final String AS_BEFORE = "the database is as it was before this revision, at \"b1c2d3e4f5g6\"";
    private static final String TARGET = ConvertTimestampsToEpoch.ID.value();

    @DatabaseTest
    void an_interrupted_thread_ends_its_run_before_the_next_statement(TestDatabase database) {
        try (Templates templates = new Templates(database)) {
            Trial trial = Trial.prepare(templates, Transition.conversion());

            assertContinues(trial, copy -> {
                MigrationException failure = upgradeFailing(interrupting(copy, trial.roundTrips() / 2));

                assertThat(Thread.interrupted()).isTrue();
                assertThat(failure).hasMessageContaining("interrupted");
                assertTellsStateAndNextStep(failure, copy.kind());
            });
        }
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void an_interrupted_thread_stops_waiting_for_the_lock(TestDatabase database) throws Exception {
        try (ChildProcess holder = ChildProcess.start().awaitReady()) {
            holder.order(Job.on(database, Direction.UPGRADE, "head", new KillPoint(14, Side.AFTER)));
            holder.awaitPause();
            AtomicReference<MigrationException> failure = new AtomicReference<>();
            CountDownLatch waiting = new CountDownLatch(1);
            Thread waiter = new Thread(() -> {
                waiting.countDown();
                failure.set(upgradeFailing(database.dataSource()));
            });
            waiter.start();
            waiting.await();
            Thread.sleep(500);
            waiter.interrupt();
            waiter.join(5_000);

            assertThat(waiter.isAlive()).isFalse();
            assertThat(failure.get()).hasMessageContaining("interrupted").hasMessageContaining("Nothing was changed");
            holder.resume();
            assertThat(holder.nextAnswer()).startsWith(MigratingProcess.DONE);
        }
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_lost_connection_is_told_with_the_state_that_it_leaves(TestDatabase database) {
        try (Templates templates = new Templates(database)) {
            Trial trial = Trial.prepare(templates, Transition.conversion());

            for (int roundTrip : List.of(trial.roundTrips() / 3, trial.roundTrips() / 2, trial.roundTrips() * 4 / 5)) {
                assertContinues(trial, copy -> {
                    MigrationException failure = upgradeFailing(losingConnection(copy, roundTrip));

                    assertTellsStateAndNextStep(failure, copy.kind());
                });
            }
        }
    }

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB})
    void a_statement_that_takes_longer_than_the_server_allows_is_told_with_the_state(TestDatabase database)
            throws SQLException {
        String limit = database.kind() == DatabaseKind.POSTGRESQL
                ? "SET statement_timeout = '40ms'"
                : "SET max_statement_time = 0.04";
        ManyRows.fill(database);

        MigrationException failure = upgradeFailing(configured(database, limit));

        assertThat(failure).hasMessageMatching("(?s).*(statement timeout|max_statement_time).*");
        assertTellsStateAndNextStep(failure, database.kind());
        Job.run(database.dataSource(), Direction.UPGRADE, TARGET);
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_statement_that_waits_for_a_lock_longer_than_the_server_allows_is_told_with_the_state(TestDatabase database)
            throws SQLException {
        Gateway.migrator(database).upgrade("b1c2d3e4f5g6");
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM chat_messages").close();

            MigrationException failure = upgradeFailing(configured(database, "SET lock_wait_timeout = 1"));

            assertThat(failure).hasMessageContaining("Lock wait timeout exceeded");
            assertTellsStateAndNextStep(failure, database.kind());
        }
        Job.run(database.dataSource(), Direction.UPGRADE, TARGET);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_full_disk_is_told_with_the_state(TestDatabase database) {
        ManyRows.fill(database);
        List<String> before = DatabaseState.of(database);

        MigrationException failure = upgradeFailing(configured(database, "PRAGMA max_page_count = 1"));

        assertThat(failure).hasMessageContaining("database or disk is full");
        assertTellsStateAndNextStep(failure, database.kind());
        assertThat(DatabaseState.of(database)).isEqualTo(before);
        Job.run(database.dataSource(), Direction.UPGRADE, TARGET);
    }

    private static void assertContinues(Trial trial, Consumer<TestDatabase> disturbance) {
        assertThat(trial.disturb(disturbance)).isEmpty();
    }

    private static MigrationException upgradeFailing(DataSource dataSource) {
        Migrator migrator = Gateway.migrator(dataSource);
        return catchThrowableOfType(MigrationException.class, () -> migrator.upgrade(TARGET));
    }

    private static void assertTellsStateAndNextStep(MigrationException failure, DatabaseKind kind) {
        boolean oneTransaction = kind == DatabaseKind.SQLITE || kind == DatabaseKind.POSTGRESQL;
        assertThat(failure)
                .hasMessageContaining("run the same command again")
                .hasMessageMatching(
                        "(?s).*(%s).*".formatted(oneTransaction ? AS_BEFORE : AS_BEFORE + "|applied in part"));
    }

    private static DataSource interrupting(TestDatabase database, int roundTrip) {
        return RoundTrips.observed(database.dataSource(), (number, side, sql) -> {
            if (number == roundTrip && side == Side.AFTER) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static DataSource losingConnection(TestDatabase database, int roundTrip) {
        return RoundTrips.observed(database.dataSource(), (number, side, sql) -> {
            if (number == roundTrip && side == Side.BEFORE) {
                endOtherSessions(database);
            }
        });
    }

    private static void endOtherSessions(TestDatabase database) throws SQLException {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()""");
            return;
        }
        for (var session : database.query(
                "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()")) {
            database.execute("KILL " + session.values().iterator().next());
        }
    }

    private static DataSource configured(TestDatabase database, String setting) {
        return Connections.by(() -> {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute(setting);
            }
            return connection;
        });
    }
}
