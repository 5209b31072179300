package dev.aludel.execute;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How patient a run is with other sessions' locks.
 *
 * @param limit how long a statement waits for a lock before it gives up; zero for as long as the database lets it
 * @param retries how often it is tried again; with the defaults a revision gives up after about 45 seconds, less than the
 *     minute that other runs wait for this one
 */
public record LockWaiting(Duration limit, int retries) {

    private static final LockWaiting STANDARD = new LockWaiting(Duration.ofSeconds(5), 5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;

    public LockWaiting {
        if (limit.isNegative() || retries < 0) {
            throw new IllegalArgumentException(
                    "neither the wait for a lock, %s, nor the number of retries, %d, can be negative"
                            .formatted(limit, retries));
        }
    }

    /** Five seconds, and five retries. */
    public static LockWaiting standard() {
        return STANDARD;
    }

    /**
     * The pause after the {@code failures}th try, from 1: a tenth of the limit, doubled each time, at most 30 seconds, and
     * of that a random part between half and the whole, so that two that met in a deadlock don't meet again.
     */
    Duration pause(int failures, RandomGenerator random) {
        Duration first = (limit.isZero() ? STANDARD.limit : limit).dividedBy(10);
        Duration longest = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long nanos = (longest.compareTo(LONGEST_PAUSE) < 0 ? longest : LONGEST_PAUSE).toNanos();
        return Duration.ofNanos(random.nextLong(nanos / 2, nanos + 1));
    }
}
