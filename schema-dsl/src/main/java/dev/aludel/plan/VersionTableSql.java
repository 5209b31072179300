package dev.aludel.plan;

import dev.aludel.log.LogTableSql;
import dev.aludel.model.Value;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The statements that read and move the rows of the version table. */
public final class VersionTableSql {

    private final Syntax syntax;
    private final VersionTable table;
    private final Sql name;

    /** For {@code table}, in the words of {@code syntax}. */
    public VersionTableSql(Syntax syntax, VersionTable table) {
        this.syntax = syntax;
        this.table = table;
        this.name = syntax.name(table.schema(), table.name());
    }

    /** Creates the table where it isn't there. */
    public Statement create() {
        Sql sql = syntax.sql(
                "CREATE TABLE IF NOT EXISTS $S (\n    $N VARCHAR(255) NOT NULL,\n    CONSTRAINT $N PRIMARY KEY ($N)\n)",
                name,
                VersionTable.COLUMN,
                table.name() + "_pkc",
                VersionTable.COLUMN);
        return bookkeeping(sql, "create version table \"%s\"".formatted(table));
    }

    /** Reads the rows. */
    public Sql select() {
        return syntax.sql("SELECT $N FROM $S", VersionTable.COLUMN, name);
    }

    /**
     * Reads the rows, and the number and outcome of the log's newest entry, as {@link LogTableSql#standing} has them. One
     * statement, so that a database that has nothing to do is asked once.
     */
    public Sql selectStanding(LogTableSql log) {
        return log.standing(syntax.name(VersionTable.COLUMN), name);
    }

    /** Moves the rows as a step asks: updates as far as rows go and others come, then deletes, then inserts. */
    public List<Statement> move(Move move) {
        List<Statement> statements = new ArrayList<>();
        Iterator<RevisionId> coming = move.inserted().iterator();
        for (RevisionId going : move.deleted()) {
            statements.add(coming.hasNext() ? update(going, coming.next()) : delete(going));
        }
        coming.forEachRemaining(id -> statements.add(insert(id)));
        return statements;
    }

    private Statement insert(RevisionId id) {
        Sql sql = syntax.sql("INSERT INTO $S ($N) VALUES ($V)", name, VersionTable.COLUMN, value(id));
        return bookkeeping(sql, "record revision \"" + id + "\"");
    }

    private Statement delete(RevisionId id) {
        Sql sql = syntax.sql("DELETE FROM $S WHERE $N = $V", name, VersionTable.COLUMN, value(id));
        return bookkeeping(sql, "remove the record of revision \"%s\"".formatted(id));
    }

    private Statement update(RevisionId from, RevisionId to) {
        Sql sql = syntax.sql(
                "UPDATE $S SET $N = $V WHERE $N = $V",
                name,
                VersionTable.COLUMN,
                value(to),
                VersionTable.COLUMN,
                value(from));
        return bookkeeping(sql, "record revision \"" + to + "\" in place of \"" + from + "\"");
    }

    private static Value value(RevisionId id) {
        return Value.of(id.value());
    }

    private static Statement bookkeeping(Sql sql, String summary) {
        return Statement.of(sql, summary, LockImpact.none()).taking(Effort.DECLARATION);
    }
}
