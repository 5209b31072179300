package dev.aludel.dialect;

import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a transaction begins and ends on a connection that is in autocommit mode before and after; the same instance ends it
 * that began it.
 */
public interface TransactionControl {

    /** Begins a transaction. */
    void begin(Connection connection) throws SQLException;

    /**
     * Begins a transaction.
     *
     * @param waits told when that has to wait for another connection's transaction
     */
    default void begin(Connection connection, Consumer<LockWait> waits) throws SQLException {
        begin(connection);
    }

    /**
     * Begins a transaction.
     *
     * @param waits told when that has to wait for another connection's transaction
     * @param limit how long what follows waits for locks, its end included, where the lock of the run doesn't cover the whole
     *     run; zero for as long as the connection waits by itself, which holds again once the transaction has ended
     */
    default void begin(Connection connection, Consumer<LockWait> waits, Duration limit) throws SQLException {
        begin(connection, waits);
    }

    /** Commits it, and returns to autocommit mode. */
    void commit(Connection connection) throws SQLException;

    /** Commits it, and begins the next one. */
    default void commitAndBegin(Connection connection) throws SQLException {
        commit(connection);
        begin(connection);
    }

    /** Rolls it back, and returns to autocommit mode. */
    void rollback(Connection connection) throws SQLException;

    /** Marks a point of the transaction that {@link #rollbackToSavepoint} goes back to. */
    default void savepoint(Connection connection) throws SQLException {
        execute(connection, "SAVEPOINT aludel_attempt");
    }

    /** Undoes what was done since {@link #savepoint}, which stays. */
    default void rollbackToSavepoint(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK TO SAVEPOINT aludel_attempt");
    }

    /** Forgets the point, and keeps what was done since. */
    default void releaseSavepoint(Connection connection) throws SQLException {
        execute(connection, "RELEASE SAVEPOINT aludel_attempt");
    }

    /** Whether it pays to send several statements of a transaction by {@link #sendTogether}. */
    default boolean sendsTogether() {
        return false;
    }

    /**
     * Sends statements that return no rows in one message. Where one is refused, all that they did is undone and the
     * transaction goes on, if the connection is still there; nobody knows then which one it was.
     *
     * @return how many rows each changed
     */
    default List<Long> sendTogether(Connection connection, List<Sql> statements) throws SQLException {
        return StatementBatch.send(connection, statements);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** JDBC's own way: autocommit off and on. */
    static TransactionControl jdbc() {
        return new JdbcTransactionControl();
    }
}
