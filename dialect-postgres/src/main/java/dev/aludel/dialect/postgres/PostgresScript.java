package dev.aludel.dialect.postgres;

import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.model.Value;
import dev.aludel.sql.Check;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.List;

/** Scripts for {@code psql}: a transaction a revision, and nothing goes on after an error. */
final class PostgresScript implements ScriptSyntax {

    /** The time of the run, which {@link #declareRunTime} keeps in the session. */
    static final Sql RUN_TIME_MILLIS = Sql.raw("current_setting('aludel.run_time_millis')::bigint");

    /** A row of a check's query; with a blank, so that hardly a column is called the same. */
    private static final String SAMPLE = "offending row";

    private final Syntax syntax;

    PostgresScript(Syntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public List<String> preamble() {
        return List.of("\\set ON_ERROR_STOP on", "SET client_encoding = 'UTF8';");
    }

    @Override
    public List<Sql> declareRunTime() {
        // A DO block prints no result, which a SELECT would.
        return List.of(
                DoBlock.of(
                        syntax,
                        syntax.sql(
                                "BEGIN\n    PERFORM set_config('aludel.run_time_millis',\n        floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint::text, false);\nEND")));
    }

    @Override
    public Sql now() {
        return Sql.raw("to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    }

    @Override
    public List<Sql> begin() {
        return List.of(Sql.raw("BEGIN"));
    }

    @Override
    public List<Sql> commit() {
        return List.of(Sql.raw("COMMIT"));
    }

    /** {@code \gexec} runs the statements that a query finds: a block can't drop an index concurrently. */
    @Override
    public List<String> clearing(Leftover leftover) {
        Sql query = syntax.sql(
                "SELECT $V\nWHERE EXISTS (\n$S\n)", Value.of(leftover.removal().text()), leftover.query());
        return List.of("-- clears away what an earlier try left unfinished", query.text(), "\\gexec");
    }

    @Override
    public List<Sql> guard(Check check) {
        return List.of(DoBlock.of(
                syntax,
                syntax.sql(
                        """
                #variable_conflict use_column
                DECLARE
                    total bigint;
                    samples text;
                BEGIN
                    SELECT max($N), string_agg((to_jsonb($N) - $V)::text, ', ')
                    INTO total, samples
                    FROM (
                $S
                    ) AS $N;
                    IF total > 0 THEN
                        RAISE EXCEPTION USING
                            MESSAGE = $V || ': ' || total || CASE total WHEN 1 THEN ' row' ELSE ' rows' END,
                            DETAIL = 'For example: ' || samples,
                            HINT = $V;
                    END IF;
                END""",
                        Check.COUNT_LABEL,
                        SAMPLE,
                        Value.of(Check.COUNT_LABEL),
                        check.query(),
                        SAMPLE,
                        Value.of(check.failure().problem()),
                        Value.of(check.failure().advice()))));
    }
}
