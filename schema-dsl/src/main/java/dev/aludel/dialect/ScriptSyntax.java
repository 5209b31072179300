package dev.aludel.dialect;

import dev.aludel.sql.Check;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.Sql;
import java.util.List;

/** How a script is written that the database's own command-line client runs as it is, stopping at the first error. */
public interface ScriptSyntax {

    /** Lines at the top, for the client: stop at the first error, and the like. Not terminated by the script writer. */
    List<String> preamble();

    /** Statements that take the time of the run, once, before the first revision that needs it. */
    List<Sql> declareRunTime();

    /** The time now as an expression: text in UTC, {@code 2026-01-31T12:00:00.000Z}, cut to the millisecond. */
    Sql now();

    /** Begins a revision's transaction; empty where DDL commits by itself. */
    List<Sql> begin();

    /** Commits a revision's transaction; empty where DDL commits by itself. */
    List<Sql> commit();

    /**
     * Lines, terminators included, that clear away what an earlier try left, where it left anything, outside any
     * transaction; none where the client can't decide that, and the statement after them then fails instead.
     */
    default List<String> clearing(Leftover leftover) {
        return List.of();
    }

    /**
     * A statement as the client takes it, terminator included.
     *
     * @param statement without blanks around it
     */
    default String terminated(String statement) {
        // A comment at a statement's end would swallow a terminator on the same line.
        String lastLine = statement.substring(statement.lastIndexOf('\n') + 1);
        return statement + (lastLine.contains("--") ? "\n;" : ";");
    }

    /** Statements that fail, with the check's words where possible, when the check finds something. */
    List<Sql> guard(Check check);
}
