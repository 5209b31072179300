package dev.aludel.lock;

import dev.aludel.dialect.Dialect;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** The row that a lease is, read and moved. */
final class LeaseTable {

    /** SQL's class of states for a transaction that the server gave up: a deadlock, or another node was faster. */
    private static final String ROLLED_BACK = "40";

    private final Dialect dialect;
    private final LeaseSql sql;
    private final Duration duration;

    LeaseTable(Dialect dialect, LeaseSql sql, Duration duration) {
        this.dialect = dialect;
        this.sql = sql;
        this.duration = duration;
    }

    /** The row; the table and the row are made where they aren't there. */
    LeaseRow row(Connection connection) throws SQLException {
        Optional<LeaseRow> row = find(connection);
        return row.isPresent() ? row.get() : made(connection);
    }

    /** Several runs may make it at once: whoever is second fails, and only needs to see what the first one made. */
    private LeaseRow made(Connection connection) throws SQLException {
        Optional<SQLException> creating = failureOf(connection, sql.create());
        Optional<SQLException> inserting = failureOf(connection, sql.insert());
        Optional<LeaseRow> row = find(connection);
        if (row.isEmpty()) {
            throw creating.or(() -> inserting)
                    .orElseGet(() -> new SQLException("the row of the lease was deleted as soon as it was made"));
        }
        return row.get();
    }

    private static Optional<SQLException> failureOf(Connection connection, Sql sql) {
        try {
            execute(connection, sql);
            return Optional.empty();
        } catch (SQLException failure) {
            return Optional.of(failure);
        }
    }

    private Optional<LeaseRow> find(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.read().text())) {
            return row.next()
                    ? Optional.of(new LeaseRow(
                            row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                    : Optional.empty();
        } catch (SQLException failure) {
            if (dialect.isMissingTable(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Takes the lease over from the holder with this token; false where it isn't free, or another run was faster. */
    boolean take(Connection connection, long seen, String owner) throws SQLException {
        dialect.transactions().begin(connection);
        try {
            boolean taken = isFree(connection, seen) && execute(connection, sql.take(seen, owner, duration)) == 1;
            dialect.transactions().commit(connection);
            return taken;
        } catch (SQLException failure) {
            dialect.transactions().rollback(connection);
            if (String.valueOf(failure.getSQLState()).startsWith(ROLLED_BACK)) {
                return false;
            }
            throw failure;
        }
    }

    private boolean isFree(Connection connection, long seen) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.lockIfFree(seen).text())) {
            return row.next();
        }
    }

    /** Lengthens the lease; false where another run took it over. Inside a transaction, nobody takes it until its end. */
    boolean renew(Connection connection, long token) throws SQLException {
        return execute(connection, sql.renew(token, duration)) == 1;
    }

    /** Sets the lease free; false where another run took it over. */
    boolean release(Connection connection, long token) throws SQLException {
        return execute(connection, sql.release(token)) == 1;
    }

    private static int execute(Connection connection, Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql.text());
        }
    }
}
