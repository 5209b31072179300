package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** How a transaction begins and ends on a connection that is in autocommit mode before and after. */
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
