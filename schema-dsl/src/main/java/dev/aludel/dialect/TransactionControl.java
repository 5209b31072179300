package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
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

    /** JDBC's own way: autocommit off and on. */
    static TransactionControl jdbc() {
        return new JdbcTransactionControl();
    }
}
