package dev.aludel.dialect.mysql;

import dev.aludel.dialect.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions by JDBC's autocommit flag, which ends one by itself when it is set: one question in place of two. */
final class MysqlTransactions implements TransactionControl {

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void commitAndBegin(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
