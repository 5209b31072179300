package dev.aludel.testing.server;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Names for databases that no other JVM gives at the same time: several may share one server. */
final class DatabaseNames {
    private final String prefix = "test_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final AtomicInteger given = new AtomicInteger();

    /** Lower case letters, digits and underscores: needs no quotes anywhere. */
    String next() {
        return prefix + given.incrementAndGet();
    }
}
