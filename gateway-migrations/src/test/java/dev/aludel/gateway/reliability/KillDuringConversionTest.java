package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.gateway.ConvertTimestampsToEpoch;
import dev.aludel.revision.Direction;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A process is killed at random instants while it converts 100,000 rows; then the same call is made again. */
class KillDuringConversionTest {

    private static final int INSTANTS = 20;
    private static final int INSTANTS_OF_A_PART = 2;
    private static final KillPoint START = new KillPoint(1, Side.BEFORE);
    private static final String TARGET = ConvertTimestampsToEpoch.ID.value();

    private final Random random = new Random();

    @DatabaseTest
    void the_same_call_completes_what_a_killed_one_began_and_nothing_is_lost(TestDatabase template) {
        ManyRows.fill(template);
        List<String> lost = new ArrayList<>();
        int instants = Part.ofThisBuild().isWhole() ? INSTANTS : INSTANTS_OF_A_PART;
        try (Children children = new Children(1)) {
            Undisturbed undisturbed = undisturbed(template, children);
            int longest = undisturbed.millis();
            for (int killed = 0; killed < instants; ) {
                int delay = random.nextInt(longest);
                try (TestDatabase database = template.copy()) {
                    if (killAfter(delay, database, children)) {
                        killed++;
                        loss(database, undisturbed)
                                .ifPresent(loss -> lost.add("killed after %d ms: %s".formatted(delay, loss)));
                    } else {
                        // Whatever else the machine does, a run takes less time now than the undisturbed one took.
                        longest = Math.max(delay, 1);
                    }
                }
            }
        }
        ReliabilityTable.set(template.kind(), ReliabilityTable.RANDOM_INSTANT, instants, lost.size());
        assertThat(lost).isEmpty();
    }

    /**
     * A run that nobody disturbs.
     *
     * @param millis how long it takes once its process is there
     */
    private record Undisturbed(int millis, List<String> state) {}

    private static Undisturbed undisturbed(TestDatabase template, Children children) {
        try (TestDatabase database = template.copy();
                ChildProcess child = startPaused(database, children)) {
            long start = System.nanoTime();
            child.resume();
            assertThat(child.nextAnswer()).startsWith(MigratingProcess.DONE);
            int millis = (int) ((System.nanoTime() - start) / 1_000_000);
            return new Undisturbed(millis, DatabaseState.of(database));
        }
    }

    /** Whether it was killed before it was done. */
    private static boolean killAfter(int millis, TestDatabase database, Children children) {
        try (ChildProcess child = startPaused(database, children)) {
            child.resume();
            Thread.sleep(millis);
            child.kill();
            return child.saidNothingMore();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Paused before its first statement, so that the start of its JVM is no part of what is measured. */
    private static ChildProcess startPaused(TestDatabase database, Children children) {
        ChildProcess child = children.next();
        child.order(Job.on(database, Direction.UPGRADE, TARGET, START));
        child.awaitPause();
        return child;
    }

    private static Optional<String> loss(TestDatabase database, Undisturbed undisturbed) {
        try {
            Job.run(database.dataSource(), Direction.UPGRADE, TARGET);
            assertThat(DatabaseState.of(database)).isEqualTo(undisturbed.state());
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Optional.of(String.valueOf(failure));
        }
    }
}
