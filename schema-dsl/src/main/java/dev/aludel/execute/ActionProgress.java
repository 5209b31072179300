package dev.aludel.execute;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a statement has come, as the database tells it.
 *
 * @param phase what the database is at, in its own words
 * @param done how much of the phase is done; never more than {@code total}
 * @param total how much there is to do, as the database estimates it
 * @param unit what is counted: {@code blocks}, {@code rows}, {@code pages}, {@code bytes}
 * @param remaining how long the rest of the phase takes if it goes on as it went since it was first seen; empty until that
 *     can be told
 */
public record ActionProgress(String phase, long done, long total, String unit, Optional<Duration> remaining) {

    /** How long what is left takes if it goes on as it went: {@code gained} in so many nanoseconds. */
    static Optional<Duration> remaining(long left, long gained, long nanos) {
        return gained == 0 ? Optional.empty() : Optional.of(Duration.ofNanos((long) ((double) nanos / gained * left)));
    }

    /** The part of the phase that is done, in percent. */
    public int percent() {
        return total == 0 ? 0 : (int) (100.0 * done / total);
    }
}
