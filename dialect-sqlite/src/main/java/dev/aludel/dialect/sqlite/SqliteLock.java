package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * SQLite has one lock, which each revision's BEGIN IMMEDIATE takes; all that is to do beforehand is to make the connection
 * wait for it long enough.
 */
final class SqliteLock implements MigrationLock {

    @Override
    public Held acquire(Connection connection, LockRequest request) throws SQLException {
        long before = BusyTimeout.of(connection);
        long wanted = Math.min(request.timeout().toMillis(), Integer.MAX_VALUE);
        if (before >= wanted) {
            return new FileLock(connection, OptionalLong.empty());
        }
        BusyTimeout.set(connection, wanted);
        return new FileLock(connection, OptionalLong.of(before));
    }

    @Override
    public boolean coversWholeRun() {
        return false;
    }

    @Override
    public Optional<String> contention(SQLException failure) {
        return Busy.is(failure) ? Optional.of(Busy.HOLDER) : Optional.empty();
    }

    /** A connection that waits for the file's lock; each revision's transaction takes it, and keeps others out. */
    private record FileLock(Connection connection, OptionalLong timeoutBefore) implements Held {

        @Override
        public void verify(Connection verifying) {}

        @Override
        public void close() throws SQLException {
            if (timeoutBefore.isPresent()) {
                BusyTimeout.set(connection, timeoutBefore.getAsLong());
            }
        }
    }
}
