package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;

/** Scripts for the {@code sqlite3} program: a transaction a revision, and nothing goes on after an error. */
final class SqliteScript implements ScriptSyntax {

    /** The time of the run, which {@link #declareRunTime} keeps in a temporary table. */
    static final Sql RUN_TIME_MILLIS = Sql.raw("(SELECT millis FROM temp.aludel_run)");

    private final Syntax syntax;

    SqliteScript(Syntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public List<String> preamble() {
        return List.of(".bail on");
    }

    @Override
    public List<Sql> declareRunTime() {
        return List.of(
                Sql.raw(
                        """
                        CREATE TEMP TABLE aludel_run AS
                        SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000
                            + CAST(substr(strftime('%f', 'now'), 4, 3) AS INTEGER) AS millis"""));
    }

    @Override
    public Sql now() {
        return Sql.raw("strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");
    }

    @Override
    public List<Sql> begin() {
        return List.of(Sql.raw("BEGIN IMMEDIATE"));
    }

    @Override
    public List<Sql> commit() {
        return List.of(Sql.raw("COMMIT"));
    }

    /** SQLite names the constraint that fails, so that its name tells what is wrong. */
    @Override
    public List<Sql> guard(Check check) {
        String words =
                "%s. %s".formatted(check.failure().problem(), check.failure().advice());
        return List.of(
                syntax.sql(
                        "CREATE TEMP TABLE aludel_guard (\n    found INTEGER CONSTRAINT $N CHECK (found = 0)\n)",
                        words),
                syntax.sql("INSERT INTO temp.aludel_guard\nSELECT count(*) FROM (\n$S\n)", check.query()),
                Sql.raw("DROP TABLE temp.aludel_guard"));
    }
}
