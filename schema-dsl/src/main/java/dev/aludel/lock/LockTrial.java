package dev.aludel.lock;

import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Tries from a second connection whether a lock keeps others out. The connection opens while the plan is made. */
public final class LockTrial implements AutoCloseable {

    /** How long to wait for a second connection once there is nothing else to do. */
    private static final Duration SECOND_CONNECTION = Duration.ofSeconds(1);

    private final Optional<SpareConnection> spare;

    private LockTrial(Optional<SpareConnection> spare) {
        this.spare = spare;
    }

    /** Where there is nothing to try. */
    static LockTrial none() {
        return new LockTrial(Optional.empty());
    }

    static LockTrial with(SpareConnection spare) {
        return new LockTrial(Optional.of(spare));
    }

    /**
     * Tries {@code held}; where no second connection is to be had soon, the lock is taken as it is.
     *
     * @throws UntrustedLockException when it keeps nobody out
     */
    public void require(MigrationLock.Held held) throws SQLException {
        if (spare.isEmpty()) {
            return;
        }
        Optional<Connection> second = spare.get().await(SECOND_CONNECTION);
        if (second.isEmpty()) {
            LoggerFactory.getLogger(RunLock.LOGGER)
                    .debug("no second connection was to be had, so the lock was not tried from outside");
            return;
        }
        try (Connection other = second.get()) {
            if (!held.keepsOut(other)) {
                throw new UntrustedLockException(
                        "the migration lock keeps nobody out: a second connection got it while this run held it. Either both go through a pooler that gives one session to many, as in transaction mode, or the engine's lock functions do nothing. Nothing was changed. Let every run connect to the database directly, or let every run take a lease: Migrator's lease(Duration), on the command line --lease 30s");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (spare.isPresent()) {
            spare.get().close();
        }
    }
}
