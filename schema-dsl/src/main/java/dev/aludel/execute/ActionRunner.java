package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.MigrationException;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.RowRanges;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Carries out single actions of one revision, and counts the rows that they change. */
final class ActionRunner {

    private static final List<String> DEFINING =
            List.of("ALTER TABLE ", "CREATE TABLE ", "CREATE INDEX ", "DROP TABLE ", "DROP INDEX ");

    private static final List<String> CHANGING = List.of("INSERT INTO ", "UPDATE ", "DELETE FROM ");

    private final Connection connection;
    private final Dialect dialect;
    private final PlannedRevision revision;
    private final MigrationListener listener;
    private long rowsChanged;

    ActionRunner(Connection connection, Dialect dialect, PlannedRevision revision, MigrationListener listener) {
        this.connection = connection;
        this.dialect = dialect;
        this.revision = revision;
        this.listener = listener;
    }

    long rowsChanged() {
        return rowsChanged;
    }

    /** Counts as if no more rows than these had been changed: the others are as they were. */
    void resetRows(long rows) {
        rowsChanged = rows;
    }

    /** Runs one action, and returns how many rows it changed. */
    long run(Action action) throws SQLException {
        begin(action);
        long start = System.nanoTime();
        long rows = perform(action);
        end(action, Duration.ofNanos(System.nanoTime() - start), rows);
        return rows;
    }

    /** Tells that an action begins. */
    void begin(Action action) {
        requireNotInterrupted();
        listener.actionStarted(revision, action);
    }

    /** Tells that an action is done, and counts its rows. */
    void end(Action action, Duration duration, long rows) {
        rowsChanged += rows;
        listener.actionFinished(revision, action, duration, rows);
    }

    /** No driver lets an interrupt end a statement; between two of them it ends the run. The thread stays interrupted. */
    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new MigrationException("the thread of the run was interrupted");
        }
    }

    /** Carries out an action of which nobody is told here. */
    long perform(Action action) throws SQLException {
        if (action instanceof Statement statement) {
            return perform(statement);
        }
        if (action instanceof Check check) {
            CheckRunner.run(connection, check);
            return 0;
        }
        ((CodeCall) action).code().run(connection);
        return 0;
    }

    private long perform(Statement planned) throws SQLException {
        if (planned.skippedWhen().isPresent()
                && dialect.inspector().holds(connection, planned.skippedWhen().get())) {
            return 0;
        }
        if (planned.leftover().isPresent()) {
            clear(planned.leftover().get());
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (planned.ranges().isPresent() && Listeners.hearProgress(listener)) {
                RowRanges ranges = planned.ranges().get();
                return new RangedStatement(planned, ranges, told -> listener.progressed(revision, planned, told))
                        .execute(statement);
            }
            if (returnsNothing(planned.sql())) {
                return Math.max(0, statement.executeUpdate(planned.sql().text()));
            }
            boolean returnsRows = statement.execute(planned.sql().text());
            return returnsRows ? 0 : Math.max(0, statement.getUpdateCount());
        }
    }

    /**
     * Before an {@code execute}, MySQL's driver asks the server whether the session may write at all. Elsewhere that is no
     * matter, and a rule of PostgreSQL's may have an INSERT return rows.
     */
    private boolean returnsNothing(Sql sql) {
        String text = sql.text();
        return startsWithOneOf(text, DEFINING)
                || (!dialect.transactionalDdl()
                        && startsWithOneOf(text, CHANGING)
                        && !text.toUpperCase(Locale.ROOT).contains("RETURNING"));
    }

    private static boolean startsWithOneOf(String text, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is left by a statement that runs for the first time. */
    private void clear(Leftover leftover) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            boolean found;
            try (ResultSet rows = statement.executeQuery(leftover.query().text())) {
                found = rows.next();
            }
            if (found) {
                statement.execute(leftover.removal().text());
            }
        }
    }
}
