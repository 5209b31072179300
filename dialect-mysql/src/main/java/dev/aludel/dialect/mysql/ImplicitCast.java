package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.Simple.BIG_INTEGER;
import static dev.aludel.model.ColumnType.Simple.BOOLEAN;
import static dev.aludel.model.ColumnType.Simple.DATE;
import static dev.aludel.model.ColumnType.Simple.DATETIME;
import static dev.aludel.model.ColumnType.Simple.DOUBLE;
import static dev.aludel.model.ColumnType.Simple.INTEGER;
import static dev.aludel.model.ColumnType.Simple.JSON;
import static dev.aludel.model.ColumnType.Simple.JSON_BINARY;
import static dev.aludel.model.ColumnType.Simple.SMALL_INTEGER;
import static dev.aludel.model.ColumnType.Simple.TEXT;
import static dev.aludel.model.ColumnType.Simple.TIME;
import static dev.aludel.model.ColumnType.Simple.TIMESTAMP_WITH_ZONE;
import static dev.aludel.model.ColumnType.Simple.UUID;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.EnumType;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A change of type that the database's own cast does without losing anything, or stops at. Left out is what even strict
 * mode lets through: rounding, cutting off a time of day, and reading a date-time's digits as a number.
 */
final class ImplicitCast {

    private static final Map<Simple, Set<Simple>> LOSSLESS = Map.ofEntries(
            Map.entry(BOOLEAN, Set.of(SMALL_INTEGER, INTEGER, BIG_INTEGER, DOUBLE)),
            Map.entry(SMALL_INTEGER, Set.of(INTEGER, BIG_INTEGER, DOUBLE, TEXT)),
            Map.entry(INTEGER, Set.of(SMALL_INTEGER, BIG_INTEGER, DOUBLE, TEXT)),
            Map.entry(BIG_INTEGER, Set.of(SMALL_INTEGER, INTEGER, TEXT)),
            Map.entry(DATE, Set.of(DATETIME, TIMESTAMP_WITH_ZONE, TEXT)),
            Map.entry(DATETIME, Set.of(TIMESTAMP_WITH_ZONE, TEXT)),
            Map.entry(TIMESTAMP_WITH_ZONE, Set.of(DATETIME, TEXT)),
            Map.entry(TIME, Set.of(TEXT)),
            Map.entry(TEXT, Set.of(JSON, JSON_BINARY)),
            Map.entry(JSON, Set.of(JSON_BINARY, TEXT)),
            Map.entry(JSON_BINARY, Set.of(JSON, TEXT)));

    private static final Map<Simple, String> RANGES =
            Map.of(SMALL_INTEGER, "-32768 AND 32767", INTEGER, "-2147483648 AND 2147483647");

    /** Decimal digits that every value of a type can have. */
    private static final Map<Simple, Integer> DIGITS =
            Map.of(BOOLEAN, 3, SMALL_INTEGER, 5, INTEGER, 10, BIG_INTEGER, 19);

    /** No number or date is printed longer: 65 digits, a sign, a point and a zero before it. */
    private static final int LONGEST_PRINTED = 68;

    private static final Set<Simple> WHOLE = Set.of(BOOLEAN, SMALL_INTEGER, INTEGER, BIG_INTEGER);

    private final Column before;
    private final ColumnType from;
    private final ColumnType to;

    /**
     * The cast of {@code before} into the type of {@code after}.
     *
     * @throws UnsupportedOnDialectException when values could change on the way
     */
    ImplicitCast(Column before, Column after) {
        this.before = before;
        this.from = before.type();
        this.to = after.type();
        if (!isLossless()) {
            throw new UnsupportedOnDialectException(
                    "column \"%s\" cannot go from %s to %s by MySQL's own cast, which could change values: say with using(…) how they are converted"
                            .formatted(before.name(), MysqlTypes.spelling(from), MysqlTypes.spelling(to)));
        }
    }

    /** True for a value that doesn't fit; empty where every value does. */
    Optional<Sql> misfit(Syntax syntax) {
        if (to instanceof EnumType words) {
            return enumMisfit(words, syntax);
        }
        if (isText(to)) {
            return isWords(from) ? textMisfit(syntax) : printedMisfit(syntax);
        }
        if (isText(from) && isJson(to)) {
            return Optional.of(syntax.sql("NOT JSON_VALID($N)", before.name()));
        }
        if (to instanceof ColumnType.Decimal wanted) {
            int whole = wanted.precision() - wanted.scale();
            return wholeDigits() <= whole
                    ? Optional.empty()
                    : Optional.of(syntax.sql("ABS($N) >= $V", before.name(), Value.of(BigDecimal.TEN.pow(whole))));
        }
        return to instanceof Simple simple && RANGES.containsKey(simple) && from != BOOLEAN && isWhole(from)
                ? Optional.of(syntax.sql("$N NOT BETWEEN $S", before.name(), Sql.raw(RANGES.get(simple))))
                : Optional.empty();
    }

    /** Compared as they are written: the column's own collation would let words through that differ in case. */
    private Optional<Sql> enumMisfit(EnumType words, Syntax syntax) {
        return from instanceof EnumType old && words.values().containsAll(old.values())
                ? Optional.empty()
                : Optional.of(syntax.sql(
                        "CONVERT($N USING utf8mb4) COLLATE utf8mb4_bin NOT IN ($V)",
                        before.name(),
                        words.values().stream().map(Value::of).toList()));
    }

    /** TEXT holds 65,535 bytes, which only JSON exceeds. */
    private Optional<Sql> printedMisfit(Syntax syntax) {
        OptionalInt limit = characterLimit(to);
        if (limit.isEmpty()) {
            return isJson(from)
                    ? Optional.of(syntax.sql("OCTET_LENGTH(CAST($N AS CHAR)) > 65535", before.name()))
                    : Optional.empty();
        }
        return limit.getAsInt() >= LONGEST_PRINTED && !isJson(from)
                ? Optional.empty()
                : Optional.of(syntax.sql(
                        "CHAR_LENGTH(CAST($N AS CHAR)) > $S",
                        before.name(),
                        Sql.raw(String.valueOf(limit.getAsInt()))));
    }

    private int wholeDigits() {
        if (from instanceof ColumnType.Decimal wide) {
            return wide.precision() - wide.scale();
        }
        return from instanceof Simple number ? DIGITS.getOrDefault(number, 0) : 0;
    }

    private static boolean isJson(ColumnType type) {
        return type == JSON || type == JSON_BINARY;
    }

    /** CHAR drops blanks at the end, silently. */
    private Optional<Sql> textMisfit(Syntax syntax) {
        OptionalInt limit = characterLimit(to);
        boolean shrinks =
                limit.isPresent() && limit.getAsInt() < characterLimit(from).orElse(Integer.MAX_VALUE);
        boolean trims = isFixed(to) && !isFixed(from);
        Sql tooLong = shrinks
                ? syntax.sql("CHAR_LENGTH($N) > $S", before.name(), Sql.raw(String.valueOf(limit.getAsInt())))
                : Sql.raw("");
        Sql endsInBlank = syntax.sql("$N LIKE '% '", before.name());
        if (shrinks && trims) {
            return Optional.of(syntax.sql("$S OR $S", tooLong, endsInBlank));
        }
        return shrinks ? Optional.of(tooLong) : trims ? Optional.of(endsInBlank) : Optional.empty();
    }

    private boolean isLossless() {
        if (from instanceof ColumnType.Native || to instanceof ColumnType.Native) {
            return true;
        }
        if (from instanceof EnumType || to instanceof EnumType) {
            return isWords(from) && isWords(to);
        }
        if (MysqlTypes.spelling(from).equals(MysqlTypes.spelling(to)) || (isText(from) && isText(to))) {
            return true;
        }
        if (from instanceof ColumnType.Decimal wide && to instanceof ColumnType.Decimal narrow) {
            return narrow.scale() >= wide.scale();
        }
        if (to instanceof ColumnType.Decimal) {
            return isWhole(from);
        }
        if (from instanceof ColumnType.Decimal) {
            return isText(to);
        }
        Simple target = isText(to) ? TEXT : (Simple) to;
        Simple source = isText(from) ? TEXT : (Simple) from;
        return LOSSLESS.getOrDefault(source, Set.of()).contains(target);
    }

    private static boolean isWhole(ColumnType type) {
        return type instanceof Simple simple && WHOLE.contains(simple);
    }

    private static boolean isText(ColumnType type) {
        return type == TEXT
                || type == UUID
                || type instanceof ColumnType.VarChar
                || type instanceof ColumnType.FixedChar;
    }

    private static boolean isWords(ColumnType type) {
        return isText(type) || type instanceof EnumType;
    }

    private static boolean isFixed(ColumnType type) {
        return type == UUID || type instanceof ColumnType.FixedChar;
    }

    private static OptionalInt characterLimit(ColumnType type) {
        if (type instanceof ColumnType.VarChar varChar) {
            return OptionalInt.of(varChar.length().orElse(255));
        }
        if (type instanceof ColumnType.FixedChar fixed) {
            return OptionalInt.of(fixed.length());
        }
        if (type instanceof EnumType words) {
            return OptionalInt.of(words.longestValue());
        }
        return type == UUID ? OptionalInt.of(36) : OptionalInt.empty();
    }
}
