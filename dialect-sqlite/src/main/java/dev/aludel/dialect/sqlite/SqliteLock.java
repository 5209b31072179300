package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * SQLite has one lock, which each revision's BEGIN IMMEDIATE takes; all that is to do beforehand is to make the connection
 * wait for it long enough.
 */
final class SqliteLock implements MigrationLock {

    @Override
    public Held acquire(Connection connection, String name, Duration timeout) throws SQLException {
        long before = busyTimeout(connection);
        long wanted = Math.min(timeout.toMillis(), Integer.MAX_VALUE);
        if (before >= wanted) {
            return () -> {};
        }
        setBusyTimeout(connection, wanted);
        return () -> setBusyTimeout(connection, before);
    }

    @Override
    public boolean coversWholeRun() {
        return false;
    }

    private static long busyTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA busy_timeout")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void setBusyTimeout(Connection connection, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + millis);
        }
    }
}
