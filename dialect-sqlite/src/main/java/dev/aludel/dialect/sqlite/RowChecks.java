package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.RowSource;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks of rows as they are before a rebuild, and of what they would be after a change. */
final class RowChecks {

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
                Check.COUNT_LABEL,
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
        return rows(Sql.raw("1"), problem, advice);
    }

    /** Stops at rows that meet {@code condition}. */
    Check rows(Sql condition, String problem, String advice) {
        Sql query = syntax.sql(
                "SELECT count(*) OVER () AS $N, $S\nFROM $S$S\nLIMIT 5",
                Check.COUNT_LABEL,
                key().isEmpty() ? List.of(Sql.raw("1")) : key(),
                rows.source(),
                condition.text().equals("1") ? Sql.raw("") : syntax.sql("\nWHERE $S", condition));
        return check(query, "check the rows of table \"%s\"".formatted(table.name()), problem, advice);
    }

    /** The rows so far, for what a constraint asks about them. */
    RowSource source() {
        return new RowSource(table, rows.source(), key(), Set.of(), true);
    }

    private Check check(Sql query, String summary, String problem, String advice) {
        return new Check(table.name(), query, summary, new Check.Failure(problem, advice), true);
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
