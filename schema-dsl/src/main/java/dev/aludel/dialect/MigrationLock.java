package dev.aludel.dialect;

import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps two runs from migrating one database at the same time. It is taken on the connection that migrates: when that
 * connection dies the lock goes with it, and nobody goes on working without it.
 */
public interface MigrationLock {

    /**
     * Waits for the lock, and tells the request's observer meanwhile who holds it.
     *
     * @param connection in autocommit mode
     * @return the lock, to be closed on the same connection
     * @throws LockTimeoutException when somebody else holds it for longer than the request waits; it names the holder
     * @throws UntrustedLockException when it is seen at once that the lock would keep nobody out
     */
    Held acquire(Connection connection, LockRequest request) throws SQLException;

    /**
     * Whether holding it keeps others out for the whole run. Where it doesn't, each revision's transaction does, and the
     * version rows are read again inside it.
     */
    default boolean coversWholeRun() {
        return true;
    }

    /**
     * Why the server's own locks can't keep runs apart, although it has them: they don't reach from node to node of a
     * cluster, for example. A lease does it then. Empty where they can be relied on. Asked only when there is work.
     */
    default Optional<String> unreliableBecause(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** How a row of a table serves as a lock; empty where the database has no need of one, or no means for it. */
    default Optional<LeaseSyntax> leases() {
        return Optional.empty();
    }

    /**
     * Who is in the way, as a part of a sentence, where a statement failed because another connection keeps the database
     * locked, and may succeed later; empty for all other failures.
     */
    default Optional<String> contention(SQLException failure) {
        return Optional.empty();
    }

    /** A lock that is held. */
    interface Held extends AutoCloseable {

        /**
         * Makes sure that the lock is still this run's, before something is written. Inside a transaction it stays so until
         * the transaction ends.
         *
         * @throws LockLostException when it isn't
         */
        void verify(Connection connection) throws SQLException;

        /**
         * What is true within a statement of the connection as long as the lock is this run's, so that a statement can make
         * sure of it and write at once; empty where only {@link #verify} can tell.
         */
        default Optional<Sql> condition() {
            return Optional.empty();
        }

        /**
         * A statement that does what {@link #verify} does, and fails where that would, in any words, so that it can go ahead of
         * others in one message; it returns no rows. Empty where only {@link #verify} can tell.
         */
        default Optional<Sql> verification() {
            return Optional.empty();
        }

        /** Whether it is certain that others are kept out, so that nobody needs to try it by {@link #keepsOut}. */
        default boolean isCertain() {
            return false;
        }

        /**
         * Whether {@code other}, a second connection to the same database, is kept out. It is not where an engine's lock
         * functions do nothing, or where a pooler puts both connections on one session.
         */
        default boolean keepsOut(Connection other) throws SQLException {
            return true;
        }

        /**
         * Releases the lock.
         *
         * @throws LockLostException when it wasn't held any more
         */
        @Override
        void close() throws SQLException;
    }
}
