package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions that take the write lock at once, while the driver stays in autocommit mode: a deferred one could lose the
 * lock to another run after it has read where the database stands.
 */
final class SqliteTransactions implements TransactionControl {

    /** rescode.html: SQLITE_BUSY. */
    private static final int BUSY = 5;

    @Override
    public void begin(Connection connection) throws SQLException {
        try {
            execute(connection, "BEGIN IMMEDIATE");
        } catch (SQLException failure) {
            if (failure.getErrorCode() == BUSY) {
                throw new LockTimeoutException(
                        "another connection kept writing to the database for longer than this run was ready to wait; nothing was changed. SQLite does not tell which one: look for a process that has the file open (fuser, lsof), let it finish, and run the same command again");
            }
            throw failure;
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException failure) {
            // After some failures, a full disk for one, SQLite has rolled back by itself already.
            if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
                throw failure;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
