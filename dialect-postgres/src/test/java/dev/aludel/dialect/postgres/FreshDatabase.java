package dev.aludel.dialect.postgres;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;

/** One database and one connection for a property, whose tries each run in a transaction of their own that is undone. */
final class FreshDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabases.create(DatabaseKind.POSTGRESQL);
    private final Connection connection;

    FreshDatabase() {
        try {
            connection = database.connect();
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Something to do on the connection. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void undoing(Work work) throws SQLException {
        try {
            work.on(connection);
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
