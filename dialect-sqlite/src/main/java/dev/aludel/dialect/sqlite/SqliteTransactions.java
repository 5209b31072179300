package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LockPolling;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Transactions that take the write lock at once, while the driver stays in autocommit mode: a deferred one could lose the
 * lock to another run after it has read where the database stands.
 */
final class SqliteTransactions implements TransactionControl {

    /** How long SQLite waits by itself, asking about every 100 ms, before those who listen are told. */
    private static final long SLICE_MILLIS = 1_000;

    /** The busy timeout to return to; empty where the transaction has none of its own. */
    private OptionalLong timeoutBefore = OptionalLong.empty();

    @Override
    public void begin(Connection connection) throws SQLException {
        begin(connection, wait -> {});
    }

    @Override
    public void begin(Connection connection, Consumer<LockWait> waits) throws SQLException {
        begin(connection, waits, Duration.ZERO);
    }

    /** Waits for as long as the connection's busy timeout, in slices, so as to tell of it meanwhile. */
    @Override
    public void begin(Connection connection, Consumer<LockWait> waits, Duration limit) throws SQLException {
        long timeout = BusyTimeout.of(connection);
        long slice = Math.min(timeout, SLICE_MILLIS);
        change(connection, timeout, slice);
        try {
            poll(connection, timeout, waits);
        } catch (SQLException | RuntimeException failure) {
            change(connection, slice, timeout);
            throw failure;
        }
        long within = limit.isZero() ? timeout : BusyTimeout.millis(limit);
        timeoutBefore = within == timeout ? OptionalLong.empty() : OptionalLong.of(timeout);
        change(connection, slice, within);
    }

    private static void change(Connection connection, long from, long to) throws SQLException {
        if (from != to) {
            BusyTimeout.set(connection, to);
        }
    }

    private void restoreTimeout(Connection connection) throws SQLException {
        if (timeoutBefore.isPresent()) {
            BusyTimeout.set(connection, timeoutBefore.getAsLong());
            timeoutBefore = OptionalLong.empty();
        }
    }

    private static void poll(Connection connection, long timeout, Consumer<LockWait> waits) throws SQLException {
        new LockPolling("the write lock of the database file", Duration.ofMillis(timeout), waits)
                .until(remaining -> hasBegun(connection), () -> Busy.HOLDER);
    }

    private static boolean hasBegun(Connection connection) throws SQLException {
        try {
            execute(connection, "BEGIN IMMEDIATE");
            return true;
        } catch (SQLException failure) {
            if (Busy.is(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** A reader that doesn't end keeps a commit waiting, except in WAL mode; {@link SqliteLockWaits} says for how long. */
    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
        restoreTimeout(connection);
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
        } finally {
            restoreTimeout(connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
