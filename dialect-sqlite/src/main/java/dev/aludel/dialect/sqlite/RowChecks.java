package dev.aludel.dialect.sqlite;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of rows as they are before a rebuild, and of what they would be after a change. */
final class RowChecks {

    /** The label of the count; with a blank, so that hardly a column is called the same. */
    static final String COUNT_LABEL = "offending rows";

    private final Syntax syntax;
    private final Table table;
    private final RowProjection rows;

    /** Checks of the rows that {@code rows} has so far, as {@code table} describes them. */
    RowChecks(Syntax syntax, Table table, RowProjection rows) {
        this.syntax = syntax;
        this.table = table;
        this.rows = rows;
    }

    /** Stops at rows whose value of {@code column} meets {@code condition}. */
    Check values(String column, Sql condition, String problem, String advice) {
        List<Sql> shown = new ArrayList<>(key());
        if (!isKey(column)) {
            shown.add(syntax.sql("$S AS $N", shownValue(rows.value(column)), column));
        }
        Sql query = syntax.sql(
                "SELECT count(*) OVER () AS $N, $S\nFROM $S\nWHERE $S\nLIMIT 5",
                COUNT_LABEL,
                shown,
                rows.source(),
                condition);
        return check(
                query,
                "check column \"%s\" of table \"%s\"".formatted(column, table.name()),
                "column \"%s\" of table \"%s\" %s".formatted(column, table.name(), problem),
                advice);
    }

    /** Stops where a column has no value. */
    Check noNulls(String column, String advice) {
        return values(column, syntax.sql("$S IS NULL", rows.value(column)), "holds NULLs", advice);
    }

    /** Stops where a table has rows. */
    Check empty(String problem, String advice) {
        Sql query = syntax.sql(
                "SELECT count(*) OVER () AS $N, $S\nFROM $S\nLIMIT 5",
                COUNT_LABEL,
                key().isEmpty() ? List.of(Sql.raw("1")) : key(),
                rows.source());
        return check(query, "check that table \"%s\" has no rows".formatted(table.name()), problem, advice);
    }

    /** Stops at rows that agree in {@code columns}. */
    Check distinct(List<String> columns, String constraint) {
        List<Sql> present = columns.stream()
                .map(column -> syntax.sql("$N IS NOT NULL", column))
                .toList();
        Sql query = syntax.sql(
                "SELECT sum(count(*)) OVER () AS $N, $N\nFROM $S\nWHERE $S\nGROUP BY $N\nHAVING count(*) > 1\nLIMIT 5",
                COUNT_LABEL,
                columns,
                rows.source(),
                Sql.joined(" AND ", present),
                columns);
        return check(
                query,
                "check that %s of table \"%s\" are distinct".formatted(quoted(columns), table.name()),
                "rows of table \"%s\" agree in %s, which \"%s\" does not allow"
                        .formatted(table.name(), quoted(columns), constraint),
                "Make them distinct before this revision.");
    }

    /** Stops at rows that a condition is false for. */
    Check meet(String condition, String constraint) {
        Sql query = syntax.sql(
                "SELECT count(*) OVER () AS $N, $S\nFROM $S\nWHERE NOT ($S)\nLIMIT 5",
                COUNT_LABEL,
                key().isEmpty() ? List.of(Sql.raw("*")) : key(),
                rows.source(),
                Sql.raw(condition));
        return check(
                query,
                "check that table \"%s\" meets \"%s\"".formatted(table.name(), constraint),
                "rows of table \"%s\" do not meet \"%s\"".formatted(table.name(), constraint),
                "Correct them before this revision.");
    }

    /** Stops at rows that refer to a row that doesn't exist. */
    Check refer(ForeignKey key) {
        List<Sql> present = new ArrayList<>();
        List<Sql> pairs = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            present.add(syntax.sql("child.$N IS NOT NULL", key.columns().get(index)));
            pairs.add(syntax.sql(
                    "parent.$N = child.$N",
                    key.referencedColumns().get(index),
                    key.columns().get(index)));
        }
        Sql query = syntax.sql(
                """
                SELECT count(*) OVER () AS $N, $S
                FROM $S AS child
                WHERE $S
                  AND NOT EXISTS (SELECT 1 FROM $S AS parent WHERE $S)
                LIMIT 5""",
                COUNT_LABEL,
                shownColumns(key.columns()),
                rows.source(),
                Sql.joined(" AND ", present),
                key.referencedTable().equals(table.name()) ? rows.source() : syntax.name(key.referencedTable()),
                Sql.joined(" AND ", pairs));
        return check(
                query,
                "check the rows that \"%s\" of table \"%s\" refers to".formatted(key.name(), table.name()),
                "rows of table \"%s\" refer by %s to rows that table \"%s\" doesn't have"
                        .formatted(table.name(), quoted(key.columns()), key.referencedTable()),
                "Correct them before this revision adds foreign key \"%s\".".formatted(key.name()));
    }

    private Check check(Sql query, String summary, String problem, String advice) {
        return new Check(table.name(), query, summary, new Check.Failure(problem, advice), true);
    }

    private List<Sql> shownColumns(List<String> columns) {
        List<Sql> shown = new ArrayList<>(key());
        columns.stream().filter(column -> !isKey(column)).map(syntax::name).forEach(shown::add);
        return shown;
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    private boolean isKey(String column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
    }

    /** The primary key, or the rowid where the table has none. */
    private List<Sql> key() {
        List<String> columns = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (columns.isEmpty()) {
            return rows.rowid().map(name -> List.of(Sql.raw(name))).orElse(List.of());
        }
        return columns.stream()
                .map(column -> rows.value(column).equals(syntax.name(column))
                        ? syntax.name(column)
                        : syntax.sql("$S AS $N", rows.value(column), column))
                .toList();
    }

    /** A value as a reader can tell it: with its storage class where it isn't text. */
    private Sql shownValue(Sql value) {
        return syntax.sql(
                "CASE typeof($S) WHEN 'text' THEN $S WHEN 'blob' THEN quote($S) ELSE $S || ' (' || typeof($S) || ')' END",
                value,
                value,
                value,
                value,
                value);
    }
}
