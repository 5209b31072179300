package dev.aludel.plan;

import dev.aludel.log.LogTableSql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Which tables of the bookkeeping a database is known to have. */
public record Bookkeeping(boolean versionTable, boolean log) {

    /** A database that has none. */
    public static Bookkeeping none() {
        return new Bookkeeping(false, false);
    }

    /** A database that has all. */
    public static Bookkeeping complete() {
        return new Bookkeeping(true, true);
    }

    /** The statements that create what isn't there. */
    List<Statement> preparation(Syntax syntax, VersionTable table) {
        List<Statement> statements = new ArrayList<>();
        if (!versionTable) {
            statements.add(new VersionTableSql(syntax, table).create());
        }
        if (!log) {
            statements.add(new LogTableSql(syntax, table.log()).create());
        }
        return statements;
    }
}
