package dev.aludel.execute;

import dev.aludel.dialect.LockWaits;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again what failed on other sessions' locks, after pauses in which those get their turn, and finds out who they are.
 */
final class LockRetries {

    private final Connection connection;
    private final LockWaits waits;
    private final LockWaiting waiting;
    private final PlannedRevision revision;
    private final MigrationListener listener;
    private Optional<String> remark = Optional.empty();
    private Optional<SQLException> givenUp = Optional.empty();

    LockRetries(
            Connection connection,
            LockWaits waits,
            LockWaiting waiting,
            PlannedRevision revision,
            MigrationListener listener) {
        this.connection = connection;
        this.waits = waits;
        this.waiting = waiting;
        this.revision = revision;
        this.listener = listener;
    }

    /** What the last failure has to say about locks: how often it was tried, and who stood in the way. */
    Optional<String> remark() {
        return remark;
    }

    /**
     * Carries out {@code attempt} until it succeeds, fails for another reason than locks, or has been tried often enough.
     *
     * @return how many rows it changed
     */
    long run(LockAttempt attempt) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                long rows = attempt.work().run();
                remark = Optional.empty();
                return rows;
            } catch (SQLException failure) {
                if (!waits.isRetryable(failure) || !mayGoOn(attempt, failure, tries)) {
                    throw failure;
                }
                attempt.condition().verify();
            }
        }
    }

    /** Says who stands in the way, and lets them have their turn if there is to be another try. */
    private boolean mayGoOn(LockAttempt attempt, SQLException failure, int tries) {
        if (givenUp.filter(known -> known == failure).isPresent()) {
            return false;
        }
        Blockers blockers = Blockers.find(connection, waits, attempt.target().get());
        Optional<String> obstacle = attempt.obstacle().get();
        remark = Optional.of("%s %s".formatted(tried(tries, obstacle), blockers.lines()));
        if (tries > waiting.retries() || obstacle.isPresent()) {
            givenUp = Optional.of(failure);
            return false;
        }
        Duration pause = waiting.pause(tries, ThreadLocalRandom.current());
        listener.retrying(
                revision,
                new LockConflict(
                        String.valueOf(failure.getMessage()),
                        blockers.sessions(),
                        tries,
                        waiting.retries(),
                        pause,
                        attempt.wholeRevision()));
        return slept(pause, failure);
    }

    private static String tried(int tries, Optional<String> obstacle) {
        if (obstacle.isPresent()) {
            return "Other sessions' locks stood in the way, and it was not tried again, since %s."
                    .formatted(obstacle.get());
        }
        return "Other sessions' locks stood in the way %s."
                .formatted(
                        tries == 1
                                ? "the one time that it was tried"
                                : "each of the %d times that it was tried".formatted(tries));
    }

    private static boolean slept(Duration pause, SQLException failure) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(interrupted);
            return false;
        }
    }
}
