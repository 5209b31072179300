package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps two runs from migrating one database at the same time. It is taken on the connection that migrates: when that
 * connection dies the lock goes with it, and nobody goes on working without it.
 */
public interface MigrationLock {

    /**
     * Waits for the lock.
     *
     * @param connection in autocommit mode
     * @param name what is locked within the database, for example the version table's name
     * @param timeout how long to wait at most
     * @return the lock, to be closed on the same connection
     * @throws LockTimeoutException when somebody else holds it for longer than {@code timeout}; it names the holder
     */
    Held acquire(Connection connection, String name, Duration timeout) throws SQLException;

    /**
     * Whether holding it keeps others out for the whole run. Where it doesn't, each revision's transaction does, and the
     * version rows are read again inside it.
     */
    default boolean coversWholeRun() {
        return true;
    }

    /** A lock that is held. */
    interface Held extends AutoCloseable {

        /** Releases the lock. */
        @Override
        void close() throws SQLException;
    }
}
