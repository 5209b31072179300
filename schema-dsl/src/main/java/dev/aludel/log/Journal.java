package dev.aludel.log;

import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down how far a revision has come that isn't one transaction. Nothing here commits: a mark that is written in the
 * transaction of the action that it speaks of is there exactly when the action is.
 */
public final class Journal {

    private final Connection connection;
    private final LogTableSql sql;
    private final RevisionId revision;
    private final Direction direction;
    private final long entry;

    /** The journal of the revision whose log row has the number {@code entry}. */
    public Journal(Connection connection, LogTableSql sql, RevisionId revision, Direction direction, long entry) {
        this.connection = connection;
        this.sql = sql;
        this.revision = revision;
        this.direction = direction;
        this.entry = entry;
    }

    /** The number of the newest row in the log. */
    public static long newestEntry(Connection connection, LogTableSql sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.newestEntry().text())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes down the actions of a step that is about to begin. */
    public void plan(List<JournaledAction> actions) throws SQLException {
        if (!actions.isEmpty()) {
            execute(sql.insert(entry, revision, direction, actions));
        }
    }

    /** Says what became of an action. */
    public void mark(int position, Outcome outcome) throws SQLException {
        execute(sql.outcome(entry, position, outcome));
    }

    /**
     * Says that actions are done, and that others run.
     *
     * @param condition what must be true for that
     * @return how many actions that was said of
     */
    public int mark(List<Integer> done, List<Integer> running, Optional<Sql> condition) throws SQLException {
        return execute(sql.marks(entry, done, running, condition));
    }

    /** Forgets the step {@code first} and those after it, none of which took effect. */
    public void forgetFrom(int first) throws SQLException {
        execute(sql.deleteActions(entry, first));
    }

    /** Forgets the actions of a step behind the position {@code done}, none of which took effect. */
    public void forget(int step, int done) throws SQLException {
        execute(sql.deleteActions(entry, step, done));
    }

    /** Says that the revision goes on. */
    public void resume() throws SQLException {
        execute(sql.outcome(entry, 0, Outcome.RUNNING));
    }

    /**
     * Says that the revision ended with {@code outcome}.
     *
     * @param condition what must be true for that
     * @return whether it was said: not where it isn't true, or where the revision's row was rolled back
     */
    public boolean end(Outcome outcome, Instant at, Optional<Sql> condition) throws SQLException {
        return execute(sql.finish(entry, outcome, at, condition)) == 1;
    }

    /** Says that the revision ended with {@code outcome}, and forgets its actions. */
    public void finish(Outcome outcome, Instant at) throws SQLException {
        end(outcome, at, Optional.empty());
        forgetFrom(1);
    }

    /** Says of the actions that run that they failed, and left nothing behind. */
    public void failRunning() throws SQLException {
        execute(sql.failRunning(entry));
    }

    /** Before an {@code execute}, MySQL's driver asks the server whether the session may write at all. */
    private int execute(Sql text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(text.text());
        }
    }
}
