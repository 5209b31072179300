package dev.aludel.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a lease from a second connection, three times in its length, so that it outlasts a long statement. Where there is
 * no second connection, the lease is renewed between statements only.
 */
final class LeaseHeartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.migration");

    private static final int BEATS = 3;

    private final LeaseTable table;
    private final long token;
    private final Duration pause;
    private final Optional<Connection> connection;
    private final Thread thread;

    private LeaseHeartbeat(LeaseTable table, long token, Duration duration, Optional<Connection> connection) {
        this.table = table;
        this.token = token;
        this.pause = duration.dividedBy(BEATS);
        this.connection = connection;
        this.thread = new Thread(this::beat, "aludel lease heartbeat");
        thread.setDaemon(true);
    }

    static LeaseHeartbeat start(
            LeaseTable table, long token, Duration duration, DataSource dataSource, Connection migrating) {
        Optional<Connection> second =
                SpareConnection.opening(dataSource, migrating).await(duration.dividedBy(BEATS));
        LeaseHeartbeat heartbeat = new LeaseHeartbeat(table, token, duration, second);
        if (second.isPresent()) {
            heartbeat.thread.start();
        } else {
            LOG.warn(
                    "no second connection was to be had to renew the lease with: a statement that takes longer than {} s loses it",
                    duration.toSeconds());
        }
        return heartbeat;
    }

    private void beat() {
        try {
            do {
                Thread.sleep(pause.toMillis());
            } while (renewed());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** False once another run has the lease: the run that migrates notices by itself before it writes again. */
    private boolean renewed() {
        try {
            return table.renew(connection.orElseThrow(), token);
        } catch (SQLException failure) {
            LOG.warn("the lease could not be renewed just now: {}", failure.getMessage());
            return true;
        }
    }

    /** Stops, and gives the connection back; one that is stuck in a call is cut off. */
    @Override
    public void close() throws SQLException {
        if (connection.isEmpty()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            connection.get().abort(Runnable::run);
        } else {
            connection.get().close();
        }
    }
}
