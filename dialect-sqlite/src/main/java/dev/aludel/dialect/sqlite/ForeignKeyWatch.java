package dev.aludel.dialect.sqlite;

import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that work with {@code foreign_keys} off leaves no violation that wasn't there before: it counts them before
 * and after, for each pair of tables.
 */
final class ForeignKeyWatch {

    private final Syntax syntax;
    private final Sql tables;
    private final String advice;

    private ForeignKeyWatch(Syntax syntax, Sql tables, String advice) {
        this.syntax = syntax;
        this.tables = tables;
        this.advice = advice;
    }

    /** Watches the tables that have one of these keys. */
    static ForeignKeyWatch onKeys(Syntax syntax, TouchedKeys keys) {
        List<Sql> conditions = new ArrayList<>();
        if (!keys.tables().isEmpty()) {
            List<Sql> names = literals(syntax, keys.tables());
            conditions.add(syntax.sql("checked.name COLLATE NOCASE IN ($S)", names));
            conditions.add(hasKey(syntax, syntax.sql("key.\"table\" COLLATE NOCASE IN ($S)", names)));
        }
        keys.columns().forEach((table, columns) -> conditions.add(hasKey(syntax, touches(syntax, table, columns))));
        Sql tables = syntax.sql("\n  AND ($S)", Sql.joined("\n    OR ", conditions));
        return new ForeignKeyWatch(syntax, tables, "Correct these rows, or the key, before this revision runs.");
    }

    private static Sql hasKey(Syntax syntax, Sql condition) {
        return syntax.sql(
                "EXISTS (\n      SELECT 1 FROM pragma_foreign_key_list(checked.name) AS key\n      WHERE $S)",
                condition);
    }

    private static Sql touches(Syntax syntax, String table, Set<String> columns) {
        Value name = Value.of(table);
        List<Sql> literals = literals(syntax, columns);
        return syntax.sql(
                "checked.name = $V COLLATE NOCASE AND key.\"from\" COLLATE NOCASE IN ($S)\n        OR key.\"table\" = $V COLLATE NOCASE AND key.\"to\" COLLATE NOCASE IN ($S)",
                name,
                literals,
                name,
                literals);
    }

    private static List<Sql> literals(Syntax syntax, Collection<String> names) {
        return names.stream().map(name -> syntax.sql("$V", Value.of(name))).toList();
    }

    /** Watches the keys of all tables. */
    static ForeignKeyWatch onAllTables(Syntax syntax) {
        return new ForeignKeyWatch(
                syntax,
                Sql.raw(""),
                "Foreign keys are off in this revision, because it rebuilds a table: give the data step a revision of its own.");
    }

    /** Counts the violations that are there. */
    Action before() {
        return Statement.of(
                syntax.sql("CREATE TEMP TABLE aludel_violations AS\n$S", count()),
                "count the foreign key violations that are there",
                LockFacts.write(false));
    }

    /** Stops where there are more. */
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
                Check.COUNT_LABEL,
                count());
        Check check = new Check(
                "sqlite_schema",
                query,
                "check that no foreign key is violated that wasn't before",
                new Check.Failure("rows would refer to rows that don't exist", advice),
                false);
        Statement forget = Statement.of(
                Sql.raw("DROP TABLE temp.aludel_violations"),
                "forget the foreign key violations that were there",
                LockFacts.write(false));
        return List.of(check, forget);
    }

    private Sql count() {
        return syntax.sql(
                """
                SELECT violation."table" AS child, violation.parent AS parent, count(*) AS violations
                FROM sqlite_schema AS checked
                JOIN pragma_foreign_key_check(checked.name) AS violation
                WHERE checked.type = 'table'$S
                GROUP BY 1, 2""",
                tables);
    }
}
