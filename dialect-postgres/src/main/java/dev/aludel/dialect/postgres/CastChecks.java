package dev.aludel.dialect.postgres;

import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Decimal;
import dev.aludel.model.ColumnType.Native;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import dev.aludel.model.Value;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What finds the values that a change of type without a conversion would not carry over. */
final class CastChecks {

    /** Decimal digits that every value of a type can have (manual, 8.1.1). */
    private static final Map<Simple, Integer> DIGITS =
            Map.of(Simple.SMALL_INTEGER, 5, Simple.INTEGER, 10, Simple.BIG_INTEGER, 19);

    private static final Map<Simple, Sql> RANGES = Map.of(
            Simple.SMALL_INTEGER, Sql.raw("-32768 AND 32767"),
            Simple.INTEGER, Sql.raw("-2147483648 AND 2147483647"),
            Simple.BIG_INTEGER, Sql.raw("-9223372036854775808 AND 9223372036854775807"));

    private final PostgresCompiler compiler;
    private final Column before;
    private final ColumnType target;
    private final RowChecks checks;

    /** Checks of {@code before}, whose type becomes {@code target}. */
    CastChecks(PostgresCompiler compiler, Column before, ColumnType target, RowChecks checks) {
        this.compiler = compiler;
        this.before = before;
        this.target = target;
        this.checks = checks;
    }

    List<Check> checks() {
        if (before.type() instanceof Native || target instanceof Native) {
            return before.type().equals(target) ? List.of() : List.of(changed());
        }
        if (target instanceof EnumType words) {
            return before.type().equals(target) ? List.of() : List.of(unlisted(words));
        }
        return LosslessCasts.lengthToCheck(before.type(), target)
                .map(this::tooLong)
                .or(() -> outOfRange().map(this::outside))
                .stream()
                .toList();
    }

    private Check tooLong(int limit) {
        return checks.values(
                before.name(),
                compiler.template("char_length($N::text) > $V", before.name(), Value.of(limit)),
                "holds text of more than %d characters".formatted(limit),
                "Shorten it, or choose a longer type, and run the migration again.");
    }

    private Check unlisted(EnumType words) {
        return checks.values(
                before.name(),
                compiler.template(
                        "$N::text NOT IN ($V)",
                        before.name(),
                        words.values().stream().map(Value::of).toList()),
                "holds values that enum \"%s\" doesn't have".formatted(words.name()),
                "Correct them, or say with using(…) how they are converted, and run the migration again.");
    }

    private Check outside(Sql condition) {
        return checks.values(
                before.name(),
                condition,
                "holds numbers that %s doesn't take".formatted(PostgresTypes.spelling(target)),
                "Correct them, or choose a wider type, and run the migration again.");
    }

    /** What a type of the database's own loses isn't known here, and rounding is no error: there and back must be the same. */
    private Check changed() {
        return checks.values(
                before.name(),
                compiler.template(
                        "$N::$S::$S::text <> $N::text",
                        before.name(),
                        compiler.type(target),
                        compiler.type(before.type()),
                        before.name()),
                "holds values that change on the way to %s and back".formatted(PostgresTypes.spelling(target)),
                "Correct them, or say with using(…) how they are converted, and run the migration again.");
    }

    /** Finds numbers that don't fit; empty where all do. */
    private Optional<Sql> outOfRange() {
        if (target instanceof Decimal wanted) {
            int whole = wanted.precision() - wanted.scale();
            return wholeDigits() <= whole
                    ? Optional.empty()
                    : Optional.of(
                            compiler.template("abs($N) >= $V", before.name(), Value.of(BigDecimal.TEN.pow(whole))));
        }
        boolean isNumber = wholeDigits() > 0 && target instanceof Simple;
        boolean narrows = isNumber
                && (before.type() instanceof Decimal || wholeDigits() > DIGITS.getOrDefault((Simple) target, 0));
        return Optional.ofNullable(narrows ? RANGES.get((Simple) target) : null)
                .map(range -> compiler.template("$N NOT BETWEEN $S", before.name(), range));
    }

    private int wholeDigits() {
        if (before.type() instanceof Decimal old) {
            return old.precision() - old.scale();
        }
        return before.type() instanceof Simple number ? DIGITS.getOrDefault(number, 0) : 0;
    }
}
