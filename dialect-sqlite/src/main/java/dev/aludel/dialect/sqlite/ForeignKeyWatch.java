package dev.aludel.dialect.sqlite;

import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.List;

/**
 * Sees to it that work with {@code foreign_keys} off leaves no violation that wasn't there before: it counts them before
 * and after, for each pair of tables.
 */
final class ForeignKeyWatch {

    private final Syntax syntax;
    private final String table;
    private final Sql condition;
    private final String advice;

    private ForeignKeyWatch(Syntax syntax, String table, Sql condition, String advice) {
        this.syntax = syntax;
        this.table = table;
        this.condition = condition;
        this.advice = advice;
    }

    /** Watches the keys of a table, and those that refer to it. */
    static ForeignKeyWatch onTable(Syntax syntax, String table) {
        Sql condition = syntax.sql(
                "\n  AND (checked.name = $V COLLATE NOCASE\n    OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key WHERE key.\"table\" = $V COLLATE NOCASE))",
                Value.of(table),
                Value.of(table));
        return new ForeignKeyWatch(
                syntax, table, condition, "Correct these rows, or the key, before the table is changed.");
    }

    /** Watches the keys of all tables. */
    static ForeignKeyWatch onAllTables(Syntax syntax, String table) {
        return new ForeignKeyWatch(
                syntax,
                table,
                Sql.raw(""),
                "Foreign keys are off in this revision, because it rebuilds or drops a table: give the data step a revision of its own.");
    }

    List<Action> before() {
        return List.of(Statement.of(
                syntax.sql("CREATE TEMP TABLE aludel_violations AS\n$S", count()),
                "count the foreign key violations of \"%s\"".formatted(table),
                LockFacts.write(false)));
    }

    List<Action> after() {
        Sql query = syntax.sql(
                """
                SELECT sum(found.violations - coalesce(old.violations, 0)) OVER () AS $N,
                    found.child AS "table", found.parent AS "refers to"
                FROM (
                $S
                ) AS found
                LEFT JOIN temp.aludel_violations AS old
                  ON old.child = found.child COLLATE NOCASE AND old.parent = found.parent COLLATE NOCASE
                WHERE found.violations > coalesce(old.violations, 0)
                LIMIT 5""",
                RowChecks.COUNT_LABEL,
                count());
        Check check = new Check(
                table,
                query,
                "check that no foreign key is violated that wasn't before",
                new Check.Failure("rows would refer to rows that don't exist", advice),
                false);
        return List.of(
                check,
                Statement.of(
                        Sql.raw("DROP TABLE temp.aludel_violations"),
                        "forget the foreign key violations that were there before",
                        LockFacts.write(false)));
    }

    private Sql count() {
        return syntax.sql(
                """
                SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
                FROM sqlite_schema AS checked
                JOIN pragma_foreign_key_check(checked.name) AS violation
                WHERE checked.type = 'table'$S
                GROUP BY 1, 2""",
                condition);
    }
}
