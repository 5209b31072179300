package dev.aludel.dialect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Asks for a lock again and again until it is had or the time is up, and says meanwhile who holds it. */
public final class LockPolling {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final String lock;
    private final Duration timeout;
    private final Consumer<LockWait> waits;

    /**
     * Polls for a lock.
     *
     * @param lock what is waited for, with its kind, as a part of a sentence
     */
    public LockPolling(String lock, Duration timeout, Consumer<LockWait> waits) {
        this.lock = lock;
        this.timeout = timeout;
        this.waits = waits;
    }

    /**
     * Returns when an attempt succeeds.
     *
     * @throws LockTimeoutException when none did in time, or the thread was interrupted
     */
    public void until(Attempt attempt, Holder holder) throws SQLException {
        long start = System.nanoTime();
        Duration nextTelling = Duration.ZERO;
        while (!attempt.succeeds(remaining(start))) {
            Duration waited = since(start);
            if (waited.compareTo(timeout) >= 0) {
                throw timedOut(holder.inWords());
            }
            if (waited.compareTo(nextTelling) >= 0) {
                waits.accept(new LockWait(lock, holder.inWords(), waited, timeout));
                nextTelling = waited.plus(TOLD_EVERY);
            }
            pause(remaining(start));
        }
    }

    private Duration remaining(long start) {
        Duration remaining = timeout.minus(since(start));
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private LockTimeoutException timedOut(String holder) {
        return new LockTimeoutException(
                "%s was not free within %s: it is held by %s. Nothing was changed. Wait for that run to end, or end its session, and run this one again"
                        .formatted(lock, words(timeout), holder));
    }

    private static String words(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Random, so that those who wait don't ask all at once. */
    private void pause(Duration atMost) {
        long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis() + 1);
        try {
            Thread.sleep(Math.min(pause, Math.max(1, atMost.toMillis())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException("waiting for %s was interrupted. Nothing was changed".formatted(lock));
        }
    }

    /** Asks for the lock once. */
    @FunctionalInterface
    public interface Attempt {

        /**
         * Whether the lock is had now.
         *
         * @param remaining how much of the time is left, for an attempt that waits a little in the server
         */
        boolean succeeds(Duration remaining) throws SQLException;
    }

    /** Finds out who holds the lock. */
    @FunctionalInterface
    public interface Holder {

        /** The holder, as far as the database tells. */
        String inWords() throws SQLException;
    }
}
