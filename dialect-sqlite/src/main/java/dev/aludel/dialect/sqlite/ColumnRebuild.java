package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.Optional;

/** One column's change within a rebuild: its definition, the values on their way, and what is checked beforehand. */
final class ColumnRebuild {

    private final RebuildDraft draft;
    private final AlterColumn change;
    private final Column before;
    private final Column after;
    private final String working;
    private final Optional<Sql> fill;

    ColumnRebuild(RebuildDraft draft, AlterColumn change) {
        this.draft = draft;
        this.change = change;
        this.before = draft.table().column(change.column());
        this.after = change.changed(before);
        this.working = draft.names().of(change.column());
        this.fill = change.fillNull()
                .filter(value -> !(value instanceof Value.Null))
                .map(value -> draft.compiler().stored(value, after));
    }

    void apply() {
        changeValues();
        changeDefinition();
        change.newName().filter(name -> !name.equals(change.column())).ifPresent(name -> {
            draft.names().rename(change.column(), name);
            draft.rows().rename(change.column(), name);
        });
    }

    private void changeValues() {
        if (before.generated().isPresent()) {
            draft.rows().settle(draft.table());
            checkCast();
            checkNulls();
            return;
        }
        prepareFill();
        if (change.conversion().isEmpty()) {
            checkCast();
            checkNulls();
            checkNumbers();
            carry(CarriedColumn.Values.SAME);
            fill.ifPresent(value -> set(draft.compiler().template("coalesce($S, $S)", value(), value)));
            return;
        }
        requireConvertible();
        if (change.conversion().get() instanceof Conversion.EpochMillis epoch) {
            convert(EpochConversion.of(
                    epoch, before.type(), after.type(), draft.compiler().version()));
        } else {
            convert((Conversion.Expression) change.conversion().get());
        }
    }

    private void convert(EpochConversion conversion) {
        if (!value().equals(draft.compiler().sqlSyntax().name(change.column()))) {
            draft.rows().settle(draft.table());
        }
        Check readable = draft.rowChecks()
                .values(
                        change.column(),
                        conversion.unreadable(value()),
                        conversion.problem(),
                        "Correct these values, or set them to NULL, and run the same command again.");
        Sql converted =
                fill.map(filling -> conversion.convert(value(), filling)).orElseGet(() -> conversion.convert(value()));
        draft.check(new ConversionCheck(readable, working, converted));
        checkNulls();
        carry(CarriedColumn.Values.SAME);
        set(converted);
    }

    private void convert(Conversion.Expression conversion) {
        Sql converted = Sql.raw(draft.compiler()
                .choice(conversion.sql())
                .orElseThrow(
                        () -> new UnsupportedOnDialectException("the conversion of column \"%s\" was given for %s only"
                                .formatted(
                                        change.column(),
                                        conversion.sql().byDialect().keySet()))));
        draft.reads(converted);
        draft.rows().settle(draft.table());
        checkConverted(converted);
        checkPlainCast(converted);
        carry(CarriedColumn.Values.SAME_OR_MORE);
        set(fill.map(filling -> draft.compiler().template("coalesce($S, $S)", converted, filling))
                .orElse(converted));
    }

    /** SQLite's own functions answer NULL to what they can't read; a column that may not be NULL is asked as a whole. */
    private void checkConverted(Sql converted) {
        boolean mustHaveValue = fill.isEmpty() && !after.nullable();
        Sql condition = mustHaveValue
                ? draft.compiler().template("($S) IS NULL", converted)
                : draft.compiler().template("$S IS NOT NULL AND ($S) IS NULL", value(), converted);
        draft.check(draft.rowChecks()
                .values(
                        change.column(),
                        condition,
                        mustHaveValue
                                ? "holds values that the conversion turns into NULL, which the column will not allow"
                                : "holds values that the conversion turns into NULL",
                        mustHaveValue
                                ? "Correct these values, or say with fillNull(…) what rows without a value get."
                                : "Correct these values, or set them to NULL in a step before the conversion."));
    }

    private void checkPlainCast(Sql converted) {
        CastCheck.unreadable(converted, change.column(), value())
                .ifPresent(unreadable -> draft.check(draft.rowChecks()
                        .values(
                                change.column(),
                                unreadable,
                                "holds texts that are no numbers, which SQLite's CAST reads as 0, or as what they begin with",
                                "Correct these values, or set them to NULL in a step before the conversion.")));
    }

    private void carry(CarriedColumn.Values values) {
        boolean fillsByExpression =
                change.fillNull().filter(Value.Expression.class::isInstance).isPresent();
        CarriedColumn.Values filled = fillsByExpression ? CarriedColumn.Values.SAME_OR_MORE : CarriedColumn.Values.ALL;
        draft.carry(change.column(), fill.isPresent() ? filled : values);
    }

    /** Where the type stays of its kind, what depends on the values goes on working. */
    private void requireConvertible() {
        if (SqliteTypes.isCompatible(SqliteTypes.spelling(before.type()), after.type(), false)) {
            return;
        }
        new LiveText(draft.text(), draft.table().name())
                .requireConvertible(before, working, change.newDefault().isPresent());
        if (before.defaultValue().isPresent() && change.newDefault().isEmpty()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" has a default, which its new type would not fit: set or drop the default in the same change"
                            .formatted(change.column()));
        }
        draft.convert(change.column());
    }

    private void checkCast() {
        CastCheck.lossy(before.type(), after.type(), value())
                .ifPresent(lossy -> draft.check(draft.rowChecks()
                        .values(
                                change.column(),
                                lossy,
                                "holds values that are no %s as they stand"
                                        .formatted(SqliteTypes.spelling(after.type())),
                                "Correct these values, or say with using(…) how they are converted.")));
    }

    /** An expression speaks of the columns as they are called by now, and may itself come to NULL. */
    private void prepareFill() {
        Optional<Sql> expression =
                change.fillNull().filter(Value.Expression.class::isInstance).flatMap(value -> fill);
        expression.ifPresent(filling -> {
            draft.reads(filling);
            draft.rows().settle(draft.table());
            if (!after.nullable()) {
                draft.check(draft.rowChecks()
                        .values(
                                change.column(),
                                draft.compiler().template("$S IS NULL AND ($S) IS NULL", value(), filling),
                                "holds NULLs for which the filling is NULL as well",
                                "Correct the filling of this revision, or give these rows a value before it."));
            }
        });
    }

    private void checkNulls() {
        if (before.nullable() && !after.nullable() && fill.isEmpty()) {
            draft.check(draft.rowChecks()
                    .noNulls(
                            change.column(),
                            "Fill these rows before this revision, or say with fillNull(…) what they get."));
        }
    }

    /** The rowid takes nothing but whole numbers, which a column of another integer type need not hold. */
    private void checkNumbers() {
        if (before.autoIncrement().isEmpty() && after.autoIncrement().isPresent()) {
            draft.check(draft.rowChecks()
                    .values(
                            change.column(),
                            draft.compiler().template("typeof($S) <> 'integer'", value()),
                            "is to be numbered by the database, but holds what is no whole number",
                            "Correct these values, and run the same command again."));
        }
    }

    private void changeDefinition() {
        TableText text = draft.text();
        if (change.newType().isPresent() || change.newNumbering().isPresent()) {
            text = TableTextEdits.setType(text, working, draft.compiler().typeSql(after, text.isStrict()));
        }
        if (change.nullable().isPresent()) {
            text = TableTextEdits.setNotNull(text, working, !after.nullable());
        }
        if (change.newDefault().isPresent()) {
            text = TableTextEdits.setDefault(text, working, after.defaultValue().map(value -> draft.compiler()
                    .defaultSql(value, after)));
        }
        draft.text(text);
    }

    private Sql value() {
        return draft.rows().value(change.column());
    }

    private void set(Sql value) {
        draft.rows().set(change.column(), value);
    }
}
