package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.model.Value;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.regex.Pattern;

/** Scripts for the {@code mysql} and {@code mariadb} clients, which stop at the first error by themselves. */
final class MysqlScript implements ScriptSyntax {

    /** The variable that holds the time of the run. */
    static final Sql RUN_TIME = Sql.raw("@aludel_run_time_millis");

    /** What has a body of several statements; to have it in mind where none is does no harm. */
    private static final Pattern BODY =
            Pattern.compile("\\A(?:CREATE|ALTER|BEGIN)\\b.*;.*\\bEND\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final MysqlSyntax syntax;

    MysqlScript(MysqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** The client may speak another character set than the script, and may have been told not to commit. */
    @Override
    public List<String> preamble() {
        return List.of("SET NAMES utf8mb4;", "SET SESSION autocommit = 1;");
    }

    @Override
    public List<Sql> declareRunTime() {
        return List.of(syntax.sql(
                "SET $S = TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000",
                RUN_TIME));
    }

    /** The client ends a statement at any semicolon that isn't quoted, also within the body of a trigger. */
    @Override
    public String terminated(String statement) {
        boolean isCut = BODY.matcher(statement).find();
        return isCut
                ? "DELIMITER //\n%s\n//\nDELIMITER ;".formatted(statement)
                : ScriptSyntax.super.terminated(statement);
    }

    @Override
    public Sql now() {
        return Sql.raw("CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z')");
    }

    @Override
    public List<Sql> begin() {
        return List.of();
    }

    /** DDL commits by itself. */
    @Override
    public List<Sql> commit() {
        return List.of();
    }

    /**
     * SIGNAL can't be had on a condition outside of a routine. A variable that is set to what it can't take fails with that
     * value in the message, up to 200 characters of it (error 1231); set to itself it changes nothing.
     */
    @Override
    public List<Sql> guard(Check check) {
        return List.of(syntax.sql(
                """
                SET SESSION completion_type = (
                    SELECT IF(COUNT(*) = 0, @@SESSION.completion_type, CONCAT(
                        MAX(found.$N), ' rows: ',
                        $V))
                    FROM (
                        $S
                    ) AS found
                )""",
                Check.COUNT_LABEL,
                Value.of(check.failure().problem()),
                Sql.raw(check.query().text().replace("\n", "\n        "))));
    }
}
