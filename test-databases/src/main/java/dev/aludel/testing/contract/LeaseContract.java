package dev.aludel.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.UntrustedLockException;
import dev.aludel.execute.MigrationListener;
import dev.aludel.history.History;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How a lease keeps runs apart, where the database has one: extend this in the dialect's tests. */
public abstract class LeaseContract {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Long enough for a machine that stands still for seconds: the lease is renewed every third of its length. */
    private static final Duration SHORTER_THAN_A_STATEMENT = Duration.ofSeconds(6);

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    /** A statement that takes that many seconds and does nothing. */
    protected abstract String sleeping(int seconds);

    @TestFactory
    Stream<DynamicTest> twenty_runs_apply_each_revision_once() {
        return EachDatabase.of(databases(), database -> {
            for (int round = 0; round < 3; round++) {
                try (TestDatabase empty = TestDatabases.create(database.kind())) {
                    TracedHistory history = TracedHistory.of(3);
                    Stampede stampede = Stampede.of(20, () -> migrator(empty.dataSource(), history)
                            .lease(LONG)
                            .build()
                            .upgrade("head"));
                    assertThat(stampede.results()).hasSize(20);
                    assertThat(TracedHistory.applied(empty)).isEqualTo(history.ids());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_lease_whose_holder_was_killed_is_free_when_it_expires() {
        return EachDatabase.of(databases(), database -> {
            TracedHistory history = TracedHistory.of(3);
            try (ChildRun killed = ChildRun.start(database, history, Optional.of(Duration.ofSeconds(8)))) {
                killed.awaitRevision("revision_002");
                killed.signal("KILL");
                Migrator.Builder next = migrator(database.dataSource(), history).lease(Duration.ofSeconds(8));

                assertThatThrownBy(() -> next.lockTimeout(Duration.ZERO).build().upgrade("head"))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageContaining("the lease \"alembic_version_lease\" was not free within 0 s")
                        .hasMessageContaining("it is held by process %d of user ".formatted(killed.pid()));
                assertThat(next.lockTimeout(LONG).build().upgrade("head").revisions())
                        .hasSize(2);
            }
            assertThat(TracedHistory.applied(database)).isEqualTo(history.ids());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_holder_that_stood_still_for_too_long_writes_nothing_once_it_goes_on() {
        return EachDatabase.of(databases(), database -> {
            TracedHistory history = TracedHistory.of(3);
            try (ChildRun stalled = ChildRun.start(database, history, Optional.of(SHORT))) {
                stalled.awaitRevision("revision_002");
                stalled.signal("STOP");
                MigrationResult takingOver = migrator(database.dataSource(), history)
                        .lease(SHORT)
                        .build()
                        .upgrade("head");
                assertThat(takingOver.revisions()).hasSize(2);

                stalled.signal("CONT");

                assertThat(stalled.lastLine())
                        .startsWith("LockLostException: this run lost the lease \"alembic_version_lease\"")
                        .contains("another run took over, and this one stopped before it wrote anything more");
            }
            assertThat(TracedHistory.applied(database)).isEqualTo(history.ids());
            assertThat(migrator(database.dataSource(), history).build().current())
                    .hasToString("[revision_003]");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_statement_that_outlasts_the_lease_does_not_lose_it() {
        return EachDatabase.of(databases(), database -> {
            History slow = new LambdaHistory().then("slow", schema -> schema.execute(sleeping(15)));
            Stampede both = Stampede.of(2, () -> migrator(database.dataSource(), slow)
                    .lease(SHORTER_THAN_A_STATEMENT)
                    .build()
                    .upgrade("head"));
            assertThat(both.results())
                    .extracting(result -> result.revisions().size())
                    .containsExactlyInAnyOrder(1, 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_pool_of_one_connection_is_enough() {
        return EachDatabase.of(databases(), database -> {
            DataSource pool = new PoolOfOne(database.dataSource()).asDataSource();
            MigrationResult result =
                    migrator(pool, TracedHistory.of(3)).lease(SHORT).build().upgrade("head");
            assertThat(result.revisions()).hasSize(3);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_whose_lease_was_taken_over_stops_before_its_next_revision() {
        return EachDatabase.of(databases(), database -> {
            Migrator robbed = migrator(database.dataSource(), TracedHistory.of(3))
                    .lease(LONG)
                    .listener(takingOverBefore("revision_002", database))
                    .build();

            assertThatThrownBy(() -> robbed.upgrade("head"))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("The lease is held by somebody else, for ");

            assertThat(TracedHistory.applied(database)).containsExactly("revision_001");
            assertThat(robbed.current()).hasToString("[revision_001]");
        });
    }

    /** A lock that reaches one node of a cluster only, as the database says by its settings. */
    @TestFactory
    Stream<DynamicTest> where_the_lock_cannot_be_relied_on_a_lease_takes_its_place() {
        return EachDatabase.of(databases(), database -> {
            ReplacedLock onOneNode = new ReplacedLock(dialect().lock(), Optional.of("nodes lock alone"), true);

            MigrationResult result = Migrator.on(database.dataSource())
                    .history(TracedHistory.of(2))
                    .dialect(onOneNode.in(dialect()))
                    .build()
                    .upgrade("head");

            assertThat(result.revisions()).hasSize(2);
            assertThat(database.query("SELECT token FROM alembic_version_lease WHERE expires_at = 0"))
                    .hasSize(1);
        });
    }

    /** A lock whose functions say yes to everybody. */
    @TestFactory
    Stream<DynamicTest> a_lock_that_keeps_nobody_out_is_refused_before_anything_is_done() {
        return EachDatabase.of(databases(), database -> {
            ReplacedLock pretended = new ReplacedLock(dialect().lock(), Optional.empty(), false);
            Migrator migrator = Migrator.on(database.dataSource())
                    .history(TracedHistory.of(2))
                    .dialect(pretended.in(dialect()))
                    .build();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(UntrustedLockException.class)
                    .hasMessageContaining("a second connection got it while this run held it")
                    .hasMessageContaining("Nothing was changed");

            assertThat(LiveSchema.of(database, dialect()).tables()).isEmpty();
            assertThat(migrator.current()).isEmpty();
        });
    }

    private static MigrationListener takingOverBefore(String id, TestDatabase database) {
        return new MigrationListener() {
            @Override
            public void revisionStarted(PlannedRevision revision, int number, int total) {
                if (revision.header().id().value().equals(id)) {
                    try {
                        database.execute("UPDATE alembic_version_lease SET token = token + 1, owner = 'somebody else'");
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            }
        };
    }

    private Migrator.Builder migrator(DataSource dataSource, History history) {
        return Migrator.on(dataSource).history(history).dialect(dialect());
    }
}
