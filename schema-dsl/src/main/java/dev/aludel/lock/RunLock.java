package dev.aludel.lock;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** The lock of one run: chooses its kind, takes it, and tries once whether it keeps others out. */
public final class RunLock {

    static final String LOGGER = "dev.aludel.migration";

    /** How long a lease lasts that nobody asked for. */
    private static final Duration STANDARD_LEASE = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final LockSettings settings;
    private boolean tried;

    /** For runs on connections of {@code dataSource}. */
    public RunLock(DataSource dataSource, Dialect dialect, LockSettings settings) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.settings = settings;
    }

    /**
     * Waits for the lock.
     *
     * @param connection in autocommit mode
     * @throws dev.aludel.dialect.LockTimeoutException when another run holds it for too long
     */
    public MigrationLock.Held acquire(Connection connection, LockRequest request) throws SQLException {
        if (settings.locked()) {
            return lock(connection).acquire(connection, request);
        }
        tried = true;
        return new NoLock();
    }

    private MigrationLock lock(Connection connection) throws SQLException {
        MigrationLock own = dialect.lock();
        Optional<LeaseSyntax> leases = own.leases();
        if (settings.lease().isPresent()) {
            return leases.map(syntax -> lease(syntax, settings.lease().get())).orElse(own);
        }
        Optional<String> reason = own.unreliableBecause(connection);
        if (reason.isEmpty()) {
            return own;
        }
        LoggerFactory.getLogger(LOGGER)
                .info("the lock is a lease of {} s: {}", STANDARD_LEASE.toSeconds(), reason.get());
        return leases.map(syntax -> lease(syntax, STANDARD_LEASE))
                .orElseThrow(() -> new UntrustedLockException(
                        "the migration lock can't be relied on: %s. Nothing was changed".formatted(reason.get())));
    }

    /** A lease needs no trial: it relies on nothing but rows and transactions. */
    private MigrationLock lease(LeaseSyntax syntax, Duration duration) {
        tried = true;
        return new LeaseLock(dialect, syntax, duration, dataSource);
    }

    /**
     * Begins to try from a second connection whether the lock keeps others out: once a run, where there is work to do, and
     * it isn't certain already.
     *
     * @param connection the one that holds it
     */
    public LockTrial trial(Connection connection, MigrationLock.Held held) {
        if (tried || held.isCertain() || !dialect.lock().coversWholeRun()) {
            return LockTrial.none();
        }
        tried = true;
        return LockTrial.with(SpareConnection.opening(dataSource, connection));
    }
}
