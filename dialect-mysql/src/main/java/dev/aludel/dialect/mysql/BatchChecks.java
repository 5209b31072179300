package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ConstraintChecks;
import dev.aludel.model.Column;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Check;
import dev.aludel.sql.Check.Failure;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the rows that a batch can't take along: before it changes anything, and before it lets go of old values. */
final class BatchChecks {

    private final TableBatch batch;
    private final MysqlSyntax syntax;
    private final MovedValues moved;

    BatchChecks(TableBatch batch, MysqlSyntax syntax, MovedValues moved) {
        this.batch = batch;
        this.syntax = syntax;
        this.moved = moved;
    }

    /** Questions to the rows as they are before the batch. */
    List<Check> preconditions() {
        List<Check> checks = new ArrayList<>();
        for (ColumnPlan plan : batch.columns()) {
            if (plan.isAdded()) {
                mustBeEmpty(plan).ifPresent(checks::add);
                mustBeFilled(plan).ifPresent(checks::add);
            } else {
                values(plan).ifPresent(checks::add);
                nulls(plan).ifPresent(checks::add);
                zeros(plan).ifPresent(checks::add);
            }
        }
        checks.addAll(constraints());
        return checks;
    }

    /** What new keys, checks and unique indexes demand of the rows. */
    private List<Check> constraints() {
        ProjectedRows rows = new ProjectedRows(batch, syntax, moved);
        ConstraintChecks checks =
                new ConstraintChecks(syntax, rows.source(), column -> syntax.sql("CAST($S AS CHAR)", column));
        List<Check> all = new ArrayList<>();
        batch.addedConstraints().stream()
                .filter(constraint -> !rows.isEmptyIn(constraint.columns()))
                .forEach(constraint -> all.addAll(checks.of(constraint)));
        batch.createdIndexes().forEach(create -> all.addAll(checks.of(create.index())));
        return all;
    }

    /** A question to old and new values side by side, before the old ones go. */
    Optional<Check> beforeLettingGo() {
        List<ColumnPlan> converted = batch.convertedColumns();
        return converted.isEmpty() ? Optional.empty() : Optional.of(agreement(converted));
    }

    /** The preconditions of columns that would hide by a NULL what can't be converted, asked where they stand. */
    List<Check> ofNullableSuccessors() {
        return batch.convertedColumns().stream()
                .filter(plan -> plan.now().nullable())
                .flatMap(plan -> values(plan).stream())
                .map(Check::inPlace)
                .toList();
    }

    /** Looks for rows that were written, or whose parents were deleted, while there was no foreign key. */
    Check parents(ForeignKey key) {
        List<Sql> matches = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            matches.add(syntax.sql(
                    "$N.$N = $N.$N",
                    key.referencedTable(),
                    key.referencedColumns().get(index),
                    batch.table(),
                    key.columns().get(index)));
        }
        Sql given = Sql.joined(
                " AND ",
                key.columns().stream()
                        .map(column -> syntax.sql("$N.$N IS NOT NULL", batch.table(), column))
                        .toList());
        Sql orphaned = syntax.sql(
                "$S AND NOT EXISTS (SELECT 1 FROM $N WHERE $S)",
                given,
                key.referencedTable(),
                Sql.joined(" AND ", matches));
        return new Check(
                batch.table(),
                Set.of(key.referencedTable()),
                query(shown(key.columns()), orphaned),
                "look for rows of \"%s\" that lost what they refer to during the conversion".formatted(batch.table()),
                new Failure(
                        "rows of table \"%s\" refer to rows of \"%s\" that are not there, since they were written or deleted while an interrupted conversion had left foreign key \"%s\" off"
                                .formatted(batch.table(), key.referencedTable(), key.name()),
                        "Correct or delete these rows, and run it again."),
                false);
    }

    private Optional<Check> values(ColumnPlan plan) {
        Column old = plan.origin().orElseThrow();
        if (plan.isConverted()) {
            return Optional.of(moved.epoch(plan)
                    .map(epoch -> check(
                            old.name(),
                            epoch.unconvertible(),
                            "look for values of \"%s\" that cannot be converted".formatted(old.name()),
                            epoch.problem(),
                            "Correct these values, or set them to NULL, and run it again."))
                    .orElseGet(() -> becomesNull(plan)));
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

    /** The servers' functions answer NULL to what they can't read, with a warning at most. */
    private Check becomesNull(ColumnPlan plan) {
        String old = plan.origin().orElseThrow().name();
        boolean mustHaveValue = !plan.now().nullable() && plan.fill().isEmpty();
        Sql expression = moved.expression(plan);
        return check(
                old,
                mustHaveValue
                        ? syntax.sql("($S) IS NULL", expression)
                        : syntax.sql("$N IS NOT NULL AND ($S) IS NULL", old, expression),
                "look for values of \"%s\" that the conversion turns into NULL".formatted(old),
                mustHaveValue
                        ? "is to be NOT NULL, but its conversion comes to NULL"
                        : "holds values that its conversion turns into NULL",
                mustHaveValue
                        ? "Correct these values, or let the revision fill NULLs with fillNull(…)."
                        : "Correct these values, or set them to NULL in a step before the conversion.");
    }

    private Optional<Check> nulls(ColumnPlan plan) {
        Column old = plan.origin().orElseThrow();
        if (isFilledByExpression(plan) && !plan.now().nullable()) {
            return Optional.of(check(
                    old.name(),
                    syntax.sql("$N IS NULL AND ($S) IS NULL", old.name(), moved.filling(plan)),
                    "look for NULLs in \"%s\" that stay".formatted(old.name()),
                    "is to be NOT NULL, but holds NULL in rows whose filling is NULL as well",
                    "Correct the filling of this revision, or give these rows a value before it."));
        }
        if (!plan.refusesNulls() || isByExpression(plan)) {
            return Optional.empty();
        }
        return Optional.of(check(
                old.name(),
                syntax.sql("$N IS NULL", old.name()),
                "look for NULLs in \"%s\"".formatted(old.name()),
                "is to be NOT NULL, but holds NULL",
                "Give these rows a value, or let the revision do it with fillNull(…)."));
    }

    /** AUTO_INCREMENT gives a number to a 0 as it does to a NULL, also to those that are there. */
    private Optional<Check> zeros(ColumnPlan plan) {
        String old = plan.origin().orElseThrow().name();
        boolean becomesNumbered =
                plan.changesNumbering() && plan.now().autoIncrement().isPresent();
        return becomesNumbered
                ? Optional.of(check(
                        old,
                        syntax.sql("$N = 0", old),
                        "look for rows that are numbered 0 in \"%s\"".formatted(old),
                        "is to be numbered by the database, but holds 0, in whose place MySQL puts another number",
                        "Give these rows another number."))
                : Optional.empty();
    }

    private static boolean isByExpression(ColumnPlan plan) {
        return plan.conversion().filter(Conversion.Expression.class::isInstance).isPresent();
    }

    private static boolean isFilledByExpression(ColumnPlan plan) {
        return plan.fill().filter(Value.Expression.class::isInstance).isPresent();
    }

    private Optional<Check> mustBeFilled(ColumnPlan plan) {
        if (!isFilledByExpression(plan) || plan.now().nullable()) {
            return Optional.empty();
        }
        return Optional.of(placed(new Check(
                batch.table(),
                query(keys(), syntax.sql("($S) IS NULL", moved.filling(plan))),
                "look for rows that would get NULL in the new column \"%s\""
                        .formatted(plan.now().name()),
                new Failure(
                        "rows of table \"%s\" would get NULL in the new column \"%s\", which is NOT NULL"
                                .formatted(batch.table(), plan.now().name()),
                        "Correct the filling of this revision, or what it reads in these rows."),
                true)));
    }

    /** Left to itself, MySQL would fill in an empty text, a zero, or a date of zeros. */
    private Optional<Check> mustBeEmpty(ColumnPlan plan) {
        Column added = plan.now();
        boolean makesItsValues =
                added.autoIncrement().isPresent() || added.generated().isPresent();
        if (added.nullable()
                || makesItsValues
                || added.defaultValue().isPresent()
                || plan.fill().isPresent()) {
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

    /** An author's expression need not give the same twice, so that only a value without a successor is certain loss. */
    private Sql difference(ColumnPlan plan) {
        String old = plan.origin().orElseThrow().name();
        String successor = ColumnClauses.successor(plan);
        if (isByExpression(plan)) {
            return syntax.sql("($N IS NOT NULL AND $N IS NULL)", old, successor);
        }
        return syntax.sql(
                "NOT IF($N IS NULL, $N IS $SNULL, $N <=> $S)",
                old,
                successor,
                Sql.raw(plan.fill().isPresent() ? "NOT " : ""),
                successor,
                moved.expression(plan));
    }

    private Check check(String column, Sql offending, String summary, String problem, String advice) {
        return placed(new Check(
                batch.table(),
                query(shown(List.of(column)), offending),
                summary,
                new Failure("column \"%s\" of table \"%s\" %s".formatted(column, batch.table(), problem), advice),
                true));
    }

    /** A subquery of the author's may need what an earlier step makes. */
    private static Check placed(Check check) {
        String query = check.query().text();
        return Sql.raw(query.substring(query.indexOf("WHERE"))).hasSubquery() ? check.inPlace() : check;
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
        selected.add(syntax.sql("COUNT(*) OVER () AS $N", Check.COUNT_LABEL));
        selected.addAll(shown);
        Sql order = keys().isEmpty() ? Sql.raw("") : syntax.sql("\nORDER BY $S", keys());
        return syntax.sql("SELECT $S\nFROM $N\nWHERE $S$S\nLIMIT 5", selected, batch.table(), offending, order);
    }
}
