package dev.aludel.dialect.postgres;

import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks of a table's rows, whose samples show the primary key and the column in question. */
final class RowChecks {

    private static final int SAMPLES = 5;

    private final PostgresCompiler compiler;
    private final Table table;
    private final boolean precondition;

    /** Checks of {@code table}; {@code precondition} says whether no change of the table has been made yet. */
    RowChecks(PostgresCompiler compiler, Table table, boolean precondition) {
        this.compiler = compiler;
        this.table = table;
        this.precondition = precondition;
    }

    /** Stops at rows whose {@code column} meets {@code condition}. */
    Check values(String column, Sql condition, String problem, String advice) {
        return check(
                List.of(column),
                compiler.template("\nWHERE $S", condition),
                "check column \"%s\" of table \"%s\"".formatted(column, table.name()),
                new Check.Failure("column \"%s\" of table \"%s\" %s".formatted(column, table.name(), problem), advice));
    }

    /** Stops where there is any row. */
    Check empty(String problem, String advice) {
        return check(
                List.of(),
                Sql.raw(""),
                "check that table \"%s\" is empty".formatted(table.name()),
                new Check.Failure(problem, advice));
    }

    /** Stops at rows that meet {@code condition}. */
    Check rows(Sql condition, String problem, String advice) {
        return check(
                List.of(),
                compiler.template("\nWHERE $S", condition),
                "check the rows of table \"%s\"".formatted(table.name()),
                new Check.Failure(problem, advice));
    }

    private Check check(List<String> columns, Sql where, String summary, Check.Failure failure) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Set<String> shown = new LinkedHashSet<>(key);
        shown.addAll(columns);
        Sql query = compiler.template(
                "SELECT count(*) OVER () AS $N$S\nFROM $N$S$S\nLIMIT $S",
                Check.COUNT_LABEL,
                shown.isEmpty() ? Sql.raw("") : compiler.template(", $N", shown),
                table.name(),
                where,
                key.isEmpty() ? Sql.raw("") : compiler.template("\nORDER BY $N", key),
                Sql.raw(String.valueOf(SAMPLES)));
        Check check = new Check(table.name(), query, summary, failure, precondition);
        // A subquery of the author's may need what an earlier step makes.
        return where.hasSubquery() ? check.inPlace() : check;
    }
}
