package dev.aludel.dialect.postgres;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of a column become values of its new type: the USING clause, and the check that goes before it. */
final class ColumnConversion {

    private static final Pattern COLLATION =
            Pattern.compile("\\bCOLLATE\\s+(\"[^\"]+\"|\\w+)(\\.(\"[^\"]+\"|\\w+))?", Pattern.CASE_INSENSITIVE);

    private final PostgresCompiler compiler;
    private final AlterColumn change;
    private final Column before;
    private final ColumnType target;

    /** The conversion of {@code before} by a change that names a new type. */
    ColumnConversion(PostgresCompiler compiler, AlterColumn change, Column before, ColumnType target) {
        this.compiler = compiler;
        this.change = change;
        this.before = before;
        this.target = target;
    }

    /** The ALTER COLUMN … TYPE clause; NULLs become {@code fill} in the same pass over the rows. */
    Sql clause(Optional<Sql> fill) {
        return compiler.template(
                "ALTER COLUMN $N TYPE $S$S$S", before.name(), compiler.type(target), collation(), using(fill));
    }

    /** With a blank before it. A new type without it would have the database's own collation (ALTER TABLE's manual). */
    private Sql collation() {
        boolean isText =
                target == Simple.TEXT || target instanceof ColumnType.VarChar || target instanceof ColumnType.FixedChar;
        return Sql.raw(before.clause()
                .filter(clause -> isText)
                .map(COLLATION::matcher)
                .filter(Matcher::find)
                .map(found -> " " + found.group())
                .orElse(""));
    }

    /** Whether PostgreSQL copies the table's rows. */
    boolean rewrites(Optional<Sql> fill) {
        return fill.isPresent() || converted().isPresent() || LosslessCasts.rewrites(before.type(), target);
    }

    /** How many rows must have a value afterwards; an author's expression may give one to a row that had none. */
    ConversionCount.Values valuesAfterwards(Optional<Sql> fill) {
        boolean fillsByExpression =
                change.fillNull().filter(Value.Expression.class::isInstance).isPresent();
        if (fill.isPresent() && !fillsByExpression) {
            return ConversionCount.Values.ALL;
        }
        return isByExpression() || fillsByExpression
                ? ConversionCount.Values.SAME_OR_MORE
                : ConversionCount.Values.SAME;
    }

    /** The values as they will be, over the rows as they are; empty where they only change their type. */
    Optional<Sql> projected(Optional<Sql> fill) {
        Optional<Sql> converted = converted();
        return fill.map(value -> compiler.template("coalesce($S, $S)", converted.orElseGet(this::castInPlace), value))
                .or(() -> converted);
    }

    /** What finds values that can't be converted for certain. */
    List<Check> checks(RowChecks checks, Column after, boolean isFilled) {
        if (change.conversion().isEmpty()) {
            return new CastChecks(compiler, before, target, checks).checks();
        }
        if (change.conversion().get() instanceof Conversion.EpochMillis millis) {
            EpochConversion epoch = epoch(millis);
            return List.of(checks.values(
                    before.name(),
                    epoch.uncertain(before.type(), target),
                    epoch.problem(before.type(), target),
                    "Give those rows a value that can be converted, or NULL, and run the migration again."));
        }
        return List.of(becomesNull(checks, !after.nullable() && !isFilled));
    }

    /** An expression that comes to NULL would lose a value without a word. */
    private Check becomesNull(RowChecks checks, boolean mustHaveValue) {
        Sql converted = convertedBy(change.conversion().orElseThrow());
        return mustHaveValue
                ? checks.values(
                        before.name(),
                        compiler.template("($S) IS NULL", converted),
                        "is to be NOT NULL, and its conversion comes to NULL",
                        "Correct those values, or let the change fill NULLs, and run the migration again.")
                : checks.values(
                        before.name(),
                        compiler.template("$N IS NOT NULL AND ($S) IS NULL", before.name(), converted),
                        "holds values that its conversion turns into NULL",
                        "Correct those values, or set them to NULL in a step before the conversion.");
    }

    private boolean isByExpression() {
        return change.conversion()
                .filter(Conversion.Expression.class::isInstance)
                .isPresent();
    }

    private Sql using(Optional<Sql> fill) {
        Optional<Sql> converted = converted();
        if (fill.isPresent()) {
            Sql value = converted.orElseGet(this::castInPlace);
            return isLong(value)
                    ? compiler.template(" USING coalesce(\n        $S,\n        $S)", value, fill.get())
                    : compiler.template(" USING coalesce($S, $S)", value, fill.get());
        }
        return converted
                .map(value -> compiler.template(isLong(value) ? " USING\n        $S" : " USING $S", value))
                .orElse(Sql.raw(""));
    }

    /** The converted value; empty where PostgreSQL's own cast is meant. */
    private Optional<Sql> converted() {
        if (change.conversion().isPresent()) {
            return Optional.of(convertedBy(change.conversion().get()));
        }
        requireLossless();
        if (LosslessCasts.isExplicit(before.type(), target)) {
            return Optional.of(compiler.template("$N::text::$S", before.name(), compiler.type(target)));
        }
        return LosslessCasts.readsUtc(before.type(), target)
                ? Optional.of(compiler.template("$N AT TIME ZONE 'UTC'", before.name()))
                : Optional.empty();
    }

    private Sql convertedBy(Conversion conversion) {
        if (conversion instanceof Conversion.EpochMillis millis) {
            return epoch(millis).expression(before.type(), target);
        }
        Conversion.Expression expression = (Conversion.Expression) conversion;
        return compiler.own(expression.sql())
                .map(Sql::raw)
                .orElseThrow(
                        () -> new UnsupportedOnDialectException("the conversion of column \"%s\" was given for %s only"
                                .formatted(
                                        before.name(),
                                        expression.sql().byDialect().keySet())));
    }

    /** A limited text type is left out of the cast: an explicit cast to it would cut without a word. */
    private Sql castInPlace() {
        ColumnType unlimited = target instanceof ColumnType.VarChar ? Simple.TEXT : target;
        return compiler.template("$N::$S", before.name(), compiler.type(unlimited));
    }

    private void requireLossless() {
        if (!LosslessCasts.allows(before.type(), target)) {
            throw new UnsupportedOnDialectException(
                    "PostgreSQL cannot carry every value of column \"%s\" over from %s to %s unchanged: say how by a conversion"
                            .formatted(
                                    before.name(),
                                    PostgresTypes.spelling(before.type()),
                                    PostgresTypes.spelling(target)));
        }
    }

    private EpochConversion epoch(Conversion.EpochMillis millis) {
        return new EpochConversion(compiler, before.name(), millis.zone());
    }

    private static boolean isLong(Sql value) {
        return value.text().indexOf('\n') >= 0;
    }
}
