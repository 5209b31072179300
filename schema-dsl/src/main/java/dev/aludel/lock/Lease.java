package dev.aludel.lock;

import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease that this run took, with the token that nobody else has. */
final class Lease implements MigrationLock.Held {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.migration");

    private final String name;
    private final LeaseTable table;
    private final long token;
    private final Duration duration;
    private final Connection connection;
    private final LeaseHeartbeat heartbeat;

    Lease(
            String name,
            LeaseTable table,
            long token,
            Duration duration,
            Connection connection,
            LeaseHeartbeat heartbeat) {
        this.name = name;
        this.table = table;
        this.token = token;
        this.duration = duration;
        this.connection = connection;
        this.heartbeat = heartbeat;
    }

    /**
     * Renews the lease, which fails once another run has taken it over. In a transaction the row is locked from now on, so
     * that nobody takes it over until the end; and on a cluster that certifies what a transaction wrote, the row is part of
     * that.
     */
    @Override
    public void verify(Connection verifying) throws SQLException {
        if (!table.renew(verifying, token)) {
            throw new LockLostException(
                    "this run lost the lease \"%s\", which it had not renewed for %d s: another run took over, and this one stopped before it wrote anything more. The lease is held by %s. Run the same command again: it goes on from where the database stands then"
                            .formatted(
                                    name,
                                    duration.toSeconds(),
                                    table.row(verifying).words()));
        }
    }

    /** What was written was written while the lease was this run's: a loss after the last verification does no harm. */
    @Override
    public void close() throws SQLException {
        heartbeat.close();
        if (!table.release(connection, token)) {
            LOG.info("the lease \"{}\" was taken over by another run after this one had done its work", name);
        }
    }
}
