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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock of one run: chooses its kind, takes it, and tries once whether it keeps others out. */
public final class RunLock {

    /** How long a lease lasts that nobody asked for. */
    private static final Duration STANDARD_LEASE = Duration.ofSeconds(30);

    /** How long to wait for a second connection. */
    private static final Duration SECOND_CONNECTION = Duration.ofSeconds(1);

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
        log().info("the lock is a lease of {} s: {}", STANDARD_LEASE.toSeconds(), reason.get());
        return leases.map(syntax -> lease(syntax, STANDARD_LEASE))
                .orElseThrow(() -> new UntrustedLockException(
                        "the migration lock can't be relied on: %s. Nothing was changed".formatted(reason.get())));
    }

    /** A lease needs no trial: it relies on nothing but rows and transactions. */
    private MigrationLock lease(LeaseSyntax syntax, Duration duration) {
        tried = true;
        return new LeaseLock(dialect, syntax, duration, dataSource);
    }

    private static Logger log() {
        return LoggerFactory.getLogger("dev.aludel.migration");
    }

    /**
     * Tries from a second connection whether the lock keeps others out, once a run and only where there is work to do. Where
     * no second connection is to be had soon, the lock is taken as it is.
     *
     * @throws UntrustedLockException when it doesn't
     */
    public void tryFromOutside(MigrationLock.Held held, Connection connection) throws SQLException {
        if (tried || !dialect.lock().coversWholeRun()) {
            return;
        }
        tried = true;
        Optional<Connection> second = SpareConnection.open(dataSource, connection, SECOND_CONNECTION);
        if (second.isEmpty()) {
            log().debug("no second connection was to be had, so the lock was not tried from outside");
            return;
        }
        try (Connection other = second.get()) {
            if (!held.keepsOut(other)) {
                throw new UntrustedLockException(
                        "the migration lock keeps nobody out: a second connection got it while this run held it. Either both go through a pooler that gives one session to many, as in transaction mode, or the engine's lock functions do nothing. Nothing was changed. Let every run connect to the database directly, or let every run take a lease: Migrator's lease(Duration), on the command line --lease 30s");
            }
        }
    }
}
