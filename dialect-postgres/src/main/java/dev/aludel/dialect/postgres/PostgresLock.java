package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.dialect.LockPolling;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An advisory lock of the session, asked for again and again rather than waited for: a session that waits inside the
 * server, or idles in a transaction, keeps a {@code CREATE INDEX CONCURRENTLY} of the holder from ever ending.
 */
final class PostgresLock implements MigrationLock {

    /** How often a lock that ended up in another session of a pooler is reached for, to release it. */
    private static final int RELEASES = 20;

    private static final LeaseSyntax LEASES = new LeaseSyntax(
            Sql.raw("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"), Sql.raw("FOR UPDATE SKIP LOCKED"));

    @Override
    public Held acquire(Connection connection, LockRequest request) throws SQLException {
        AdvisoryLock lock = new AdvisoryLock(connection, AdvisoryKey.of(connection, request));
        String name = "the migration lock of \"%s\", advisory lock %d".formatted(request.table(), lock.key());
        new LockPolling(name, request.timeout(), request.waits())
                .until(remaining -> lock.take(), () -> LockHolder.describe(connection, lock.key()));
        // A round trip of its own: a pooler may send it to another session than the one before.
        AdvisoryLock.Standing standing = lock.standing();
        if (!standing.holds()) {
            throw gone(lock, name);
        }
        return new HeldAdvisoryLock(lock, name, BackendProcess.isOwn(connection, standing.process()));
    }

    private static UntrustedLockException gone(AdvisoryLock lock, String name) throws SQLException {
        boolean released = false;
        for (int attempt = 0; attempt < RELEASES && !released; attempt++) {
            released = lock.release();
        }
        return new UntrustedLockException(
                "%s is not there, although it was granted just now. Either a pooler in transaction mode sent it to another session than the statement after it, or the engine's lock functions do nothing. Nothing was changed, and the lock %s. Let every run connect to PostgreSQL directly, or let every run take a lease: Migrator's lease(Duration), on the command line --lease 30s"
                        .formatted(name, released ? "was released" : "may still be held by a session of the pooler"));
    }

    @Override
    public Optional<LeaseSyntax> leases() {
        return Optional.of(LEASES);
    }
}
