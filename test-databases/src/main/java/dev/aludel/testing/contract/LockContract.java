package dev.aludel.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.execute.MigrationListener;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How runs on one database stay out of each other's way: extend this in the dialect's tests. */
public abstract class LockContract {

    private static final int ROUNDS = 10;
    private static final int RUNS = 20;

    /** What a run may take beyond the work of all: the lock goes from hand to hand until each has found nothing to do. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(2);

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicTest> twenty_runs_on_an_empty_database_apply_each_revision_once_ten_times_over() {
        return EachDatabase.of(databases(), database -> {
            for (int round = 0; round < ROUNDS; round++) {
                try (TestDatabase empty = TestDatabases.create(database.kind())) {
                    stampede(empty, 0, TracedHistory.of(3));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> twenty_runs_on_a_filled_database_apply_each_revision_once_ten_times_over() {
        return EachDatabase.of(databases(), database -> {
            for (int round = 0; round < ROUNDS; round++) {
                int applied = 3 * round + 1;
                upgrade(database, TracedHistory.of(applied));
                stampede(database, applied, TracedHistory.of(applied + 2));
            }
        });
    }

    /**
     * The bound is measured beside it, since a machine may be slow for other reasons: how long the whole history takes one
     * run alone, and how long as many runs take at once that find nothing to do.
     */
    private void stampede(TestDatabase database, int applied, TracedHistory history) throws Exception {
        Stampede stampede = Stampede.of(RUNS, () -> upgrade(database, history));

        assertThat(TracedHistory.applied(database)).isEqualTo(history.ids());
        assertThat(stampede.results().stream()
                        .mapToInt(result -> result.revisions().size())
                        .sum())
                .isEqualTo(history.ids().size() - applied);
        Duration alone = alone(database.kind(), history);
        Duration idle = Stampede.of(RUNS, () -> upgrade(database, history)).longestRun();
        assertThat(stampede.longestRun()).isLessThan(alone.plus(idle).plus(ALLOWANCE));
    }

    private Duration alone(DatabaseKind kind, TracedHistory history) throws Exception {
        try (TestDatabase empty = TestDatabases.create(kind)) {
            return Stampede.of(1, () -> upgrade(empty, history)).longestRun();
        }
    }

    private MigrationResult upgrade(TestDatabase database, TracedHistory history) {
        return migrator(database, history).build().upgrade("head");
    }

    @TestFactory
    Stream<DynamicTest> whoever_waits_tells_for_whom_and_goes_on_when_the_lock_is_free() {
        return EachDatabase.of(databases(), database -> {
            TracedHistory history = TracedHistory.of(2);
            List<LockWait> waits = new CopyOnWriteArrayList<>();
            try (Connection holder = database.connect()) {
                MigrationLock.Held held =
                        dialect().lock().acquire(holder, LockRequest.of("alembic_version", Duration.ofSeconds(5)));
                dialect().transactions().begin(holder);
                Stampede run = Stampede.starting(1, () -> migrator(database, history)
                        .listener(telling(waits))
                        .build()
                        .upgrade("head"));
                Waiting.until(() -> !waits.isEmpty());
                dialect().transactions().commit(holder);
                held.close();

                assertThat(run.results()).singleElement().satisfies(result -> assertThat(result.revisions())
                        .hasSize(2));
            }
            assertThat(waits.get(0).toString()).startsWith("waiting for the ").contains(", held by ", "at most 60 s");
        });
    }

    /** SQLite waits for as long as the connection waits for others anyway, which is 3 s by the driver's own default. */
    @TestFactory
    Stream<DynamicTest> a_run_that_waits_too_long_names_the_holder_and_changes_nothing() {
        return EachDatabase.of(databases(), database -> {
            try (Connection holder = database.connect()) {
                MigrationLock.Held held =
                        dialect().lock().acquire(holder, LockRequest.of("alembic_version", Duration.ofSeconds(5)));
                dialect().transactions().begin(holder);
                Migrator impatient = migrator(database, TracedHistory.of(1))
                        .lockTimeout(Duration.ofMillis(300))
                        .build();

                assertThatThrownBy(() -> impatient.upgrade("head"))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageMatching("the .+ was not free within (300 ms|3 s): it is held by .+")
                        .hasMessageContaining("Nothing was changed");

                dialect().transactions().rollback(holder);
                held.close();
                assertThat(impatient.upgrade("head").revisions()).hasSize(1);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_pool_of_one_connection_is_enough() {
        return EachDatabase.of(databases(), database -> {
            MigrationResult result = Migrator.on(new PoolOfOne(database.dataSource()).asDataSource())
                    .history(TracedHistory.of(3))
                    .dialect(dialect())
                    .build()
                    .upgrade("head");
            assertThat(result.revisions()).hasSize(3);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_without_lock_waits_for_nobody_who_only_holds_the_lock() {
        return EachDatabase.of(databases(), database -> {
            try (Connection holder = database.connect();
                    MigrationLock.Held held = dialect()
                            .lock()
                            .acquire(holder, LockRequest.of("alembic_version", Duration.ofSeconds(5)))) {
                MigrationResult result = migrator(database, TracedHistory.of(2))
                        .withoutLock()
                        .build()
                        .upgrade("head");
                assertThat(result.revisions()).hasSize(2);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_is_killed_leaves_no_lock_behind() {
        return EachDatabase.of(databases(), database -> {
            try (ChildRun killed = ChildRun.start(database, TracedHistory.of(3), Optional.empty())) {
                killed.awaitRevision("revision_002");
                killed.signal("KILL");

                MigrationResult result = migrator(database, TracedHistory.of(3))
                        .lockTimeout(Duration.ofSeconds(10))
                        .build()
                        .upgrade("head");

                assertThat(result.revisions()).hasSize(2);
                assertThat(TracedHistory.applied(database))
                        .isEqualTo(TracedHistory.of(3).ids());
            }
        });
    }

    /** A migrator on connections without a pool, to be completed. */
    private Migrator.Builder migrator(TestDatabase database, TracedHistory history) {
        return Migrator.on(database.dataSource()).history(history).dialect(dialect());
    }

    private static MigrationListener telling(List<LockWait> waits) {
        return new MigrationListener() {
            @Override
            public void waitingForLock(LockWait wait) {
                waits.add(wait);
            }
        };
    }
}
