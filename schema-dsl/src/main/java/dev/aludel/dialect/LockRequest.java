package dev.aludel.dialect;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a run asks of a lock.
 *
 * @param schema the schema of the version table; empty for the connection's default
 * @param table the version table, which the lock's name derives from
 * @param key the name or number to use in place of the derived one
 * @param timeout how long to wait at most
 * @param waits told when the wait begins, and again every ten seconds
 */
public record LockRequest(
        Optional<String> schema, String table, Optional<LockKey> key, Duration timeout, Consumer<LockWait> waits) {

    /** A request for the lock of a version table in the default schema, of which nobody is told. */
    public static LockRequest of(String table, Duration timeout) {
        return new LockRequest(Optional.empty(), table, Optional.empty(), timeout, wait -> {});
    }

    /** The same, for a lock that goes by this name or number. */
    public LockRequest withKey(LockKey chosen) {
        return new LockRequest(schema, table, Optional.of(chosen), timeout, waits);
    }

    /** The same, with this observer told. */
    public LockRequest telling(Consumer<LockWait> observer) {
        return new LockRequest(schema, table, key, timeout, observer);
    }
}
