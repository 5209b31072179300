package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Transactions by JDBC's autocommit flag. */
final class JdbcTransactionControl implements TransactionControl {

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void commitAndBegin(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public boolean sendsTogether() {
        return true;
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
