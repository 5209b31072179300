package dev.aludel.dialect.mysql;

import dev.aludel.model.Column;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Check;
import dev.aludel.sql.Check.Failure;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the rows that a batch can't take along: before it changes anything, and before it lets go of old values. */
final class BatchChecks {

    /** The label of a check's first column. */
    static final String COUNT = "rows in all";

    private final TableBatch batch;
    private final MysqlSyntax syntax;

    BatchChecks(TableBatch batch, MysqlSyntax syntax) {
        this.batch = batch;
        this.syntax = syntax;
    }

    /** Questions to the rows as they are before the batch. */
    List<Check> preconditions() {
        List<Check> checks = new ArrayList<>();
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isAdded()) {
                mustBeEmpty(plan).ifPresent(checks::add);
            } else {
                values(plan).ifPresent(checks::add);
                nulls(plan).ifPresent(checks::add);
            }
        }
        return checks;
    }

    /** A question to old and new values side by side, before the old ones go. */
    Optional<Check> beforeLettingGo() {
        List<ColumnPlan> converted =
                batch.columns().stream().filter(plan -> epoch(plan).isPresent()).toList();
        return converted.isEmpty() ? Optional.empty() : Optional.of(agreement(converted));
    }

    /** The conversion of a plan where it is one between date-times and milliseconds. */
    Optional<EpochMillisConversion> epoch(ColumnPlan plan) {
        return plan.conversion()
                .filter(Conversion.EpochMillis.class::isInstance)
                .map(Conversion.EpochMillis.class::cast)
                .map(conversion -> new EpochMillisConversion(
                        syntax, conversion.zone(), plan.origin().orElseThrow(), plan.now()));
    }

    private Optional<Check> values(ColumnPlan plan) {
        Column old = plan.origin().orElseThrow();
        if (plan.isConverted()) {
            return epoch(plan)
                    .map(epoch -> check(
                            old.name(),
                            epoch.unconvertible(),
                            "look for values of \"%s\" that cannot be converted".formatted(old.name()),
                            epoch.problem(),
                            "Correct these values, or set them to NULL, and run it again."));
        }
        if (!plan.changesType()) {
            return Optional.empty();
        }
        return new ImplicitCast(old, plan.now())
                .misfit(syntax)
                .map(misfit -> check(
                        old.name(),
                        misfit,
                        "look for values of \"%s\" that don't fit %s"
                                .formatted(
                                        old.name(),
                                        MysqlTypes.spelling(plan.now().type())),
                        "holds values that don't fit %s"
                                .formatted(MysqlTypes.spelling(plan.now().type())),
                        "Correct these values, or choose a wider type."));
    }

    private Optional<Check> nulls(ColumnPlan plan) {
        Column old = plan.origin().orElseThrow();
        if (!plan.refusesNulls()) {
            return Optional.empty();
        }
        return Optional.of(check(
                old.name(),
                syntax.sql("$N IS NULL", old.name()),
                "look for NULLs in \"%s\"".formatted(old.name()),
                "is to be NOT NULL, but holds NULL",
                "Give these rows a value, or let the revision do it with fillNull(…)."));
    }

    /** Left to itself, MySQL would fill in an empty text, a zero, or a date of zeros. */
    private Optional<Check> mustBeEmpty(ColumnPlan plan) {
        Column added = plan.now();
        if (added.nullable() || added.defaultValue().isPresent() || plan.fill().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                batch.table(),
                query(keys(), Sql.raw("TRUE")),
                "look for rows that would need a value of the new column \"%s\"".formatted(added.name()),
                new Failure(
                        "column \"%s\" is to be added to table \"%s\" as NOT NULL, but there are rows, and nothing says what they get"
                                .formatted(added.name(), batch.table()),
                        "Give the column a default, or a value for the rows that are there."),
                true));
    }

    private Check agreement(List<ColumnPlan> converted) {
        List<String> shown = new ArrayList<>();
        List<Sql> differences = new ArrayList<>();
        for (ColumnPlan plan : converted) {
            shown.add(plan.origin().orElseThrow().name());
            shown.add(ColumnClauses.successor(plan));
            differences.add(difference(plan));
        }
        List<String> successors =
                converted.stream().map(ColumnClauses::successor).toList();
        return new Check(
                batch.table(),
                query(shown(shown), Sql.joined("\n    OR ", differences)),
                "look for rows of \"%s\" that were written during the conversion".formatted(batch.table()),
                new Failure(
                        "rows of table \"%s\" were written while their values were converted".formatted(batch.table()),
                        "Nothing is lost, the old columns are there: drop the columns %s, keep writers away, and run it again."
                                .formatted(successors)),
                false);
    }

    private Sql difference(ColumnPlan plan) {
        String old = plan.origin().orElseThrow().name();
        String successor = ColumnClauses.successor(plan);
        return syntax.sql(
                "NOT IF($N IS NULL, $N IS $SNULL, $N <=> $S)",
                old,
                successor,
                Sql.raw(plan.fill().isPresent() ? "NOT " : ""),
                successor,
                epoch(plan).orElseThrow().expression());
    }

    private Check check(String column, Sql offending, String summary, String problem, String advice) {
        return new Check(
                batch.table(),
                query(shown(List.of(column)), offending),
                summary,
                new Failure("column \"%s\" of table \"%s\" %s".formatted(column, batch.table(), problem), advice),
                true);
    }

    /** The samples' keys and the values asked about, as text: the driver refuses to read a date of zeros as a date. */
    private List<Sql> shown(List<String> columns) {
        List<Sql> shown = new ArrayList<>();
        keyColumns().stream().filter(key -> !columns.contains(key)).forEach(key -> shown.add(syntax.name(key)));
        for (String column : columns) {
            shown.add(syntax.sql("CAST($N AS CHAR) AS $N", column, column));
        }
        return shown;
    }

    private List<Sql> keys() {
        return keyColumns().stream().map(syntax::name).toList();
    }

    private List<String> keyColumns() {
        Table table = batch.tableBefore();
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    private Sql query(List<Sql> shown, Sql offending) {
        List<Sql> selected = new ArrayList<>();
        selected.add(syntax.sql("COUNT(*) OVER () AS $N", COUNT));
        selected.addAll(shown);
        Sql order = keys().isEmpty() ? Sql.raw("") : syntax.sql("\nORDER BY $S", keys());
        return syntax.sql("SELECT $S\nFROM $N\nWHERE $S$S\nLIMIT 5", selected, batch.table(), offending, order);
    }
}
