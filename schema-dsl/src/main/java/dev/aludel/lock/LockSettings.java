package dev.aludel.lock;

import dev.aludel.dialect.LockKey;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run is to keep others out.
 *
 * @param timeout how long to wait for another run at most
 * @param key the lock's name or number; empty to derive it from database and version table
 * @param lease how long a lease lasts that isn't renewed; empty to take the database's own lock where it can be trusted
 * @param locked false to run without any lock
 */
public record LockSettings(Duration timeout, Optional<LockKey> key, Optional<Duration> lease, boolean locked) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /** Refuses times that make no sense. */
    public LockSettings {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a lock's timeout is not negative, as this one is: " + timeout);
        }
        lease.filter(duration -> duration.compareTo(SHORTEST_LEASE) < 0).ifPresent(tooShort -> {
            throw new IllegalArgumentException("a lease lasts 1 s at least, and this one would last " + tooShort);
        });
    }

    /** The database's own lock by its derived name, waited for up to 60 seconds. */
    public static LockSettings standard() {
        return new LockSettings(Duration.ofSeconds(60), Optional.empty(), Optional.empty(), true);
    }

    /** The same, with another timeout. */
    public LockSettings waiting(Duration chosen) {
        return new LockSettings(chosen, key, lease, locked);
    }

    /** The same, with a lock of this name or number. */
    public LockSettings keyed(LockKey chosen) {
        return new LockSettings(timeout, Optional.of(chosen), lease, locked);
    }

    /** The same, with a lease that lasts this long unless it is renewed. */
    public LockSettings leased(Duration chosen) {
        return new LockSettings(timeout, key, Optional.of(chosen), locked);
    }

    /** The same, without any lock. */
    public LockSettings unlocked() {
        return new LockSettings(timeout, key, lease, false);
    }
}
