package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.execute.MigrationListener;
import dev.aludel.gateway.AddTokenUsage;
import dev.aludel.gateway.Gateway;
import dev.aludel.gateway.GatewayHistory;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.revision.Direction;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that holds the migration lock dies while another one waits for it. */
class DyingHolderTest {

    /** Within the first revision. */
    private static final KillPoint UNDER_WAY = new KillPoint(14, Side.AFTER);

    @DatabaseTest
    void its_lock_is_free_at_once_and_the_waiting_run_goes_on(TestDatabase database) throws Exception {
        try (ChildProcess holder = ChildProcess.start().awaitReady()) {
            holder.order(Job.on(database, Direction.UPGRADE, "head", UNDER_WAY));
            holder.awaitPause();
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> migrator(database, begun).upgrade("head"));
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(begun).isNotDone();

            holder.kill();

            assertThat(begun).succeedsWithin(Duration.ofSeconds(2));
            assertThat(waiting).succeedsWithin(Duration.ofMinutes(1));
        }
        assertThat(Gateway.migrator(database).current()).containsExactly(AddTokenUsage.ID);
    }

    /** A migrator that says when it has begun with a revision. */
    private static Migrator migrator(TestDatabase database, CompletableFuture<Void> begun) {
        return Migrator.on(database.dataSource())
                .history(new GatewayHistory())
                .listener(new MigrationListener() {
                    @Override
                    public void actionStarted(PlannedRevision revision, Action action) {
                        begun.complete(null);
                    }
                })
                .build();
    }
}
