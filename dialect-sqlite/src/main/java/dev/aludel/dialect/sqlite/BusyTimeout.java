package dev.aludel.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How long a connection's statements wait for another connection, in milliseconds. */
final class BusyTimeout {

    private BusyTimeout() {}

    static long of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA busy_timeout")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** A duration as SQLite takes it: at least one millisecond, since zero is no wait at all, and at most an int holds. */
    static long millis(Duration duration) {
        return Math.min(Math.max(1, duration.toMillis()), Integer.MAX_VALUE);
    }

    static void set(Connection connection, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + millis);
        }
    }
}
