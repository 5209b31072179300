package dev.aludel.dialect.postgres;

import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Decimal;
import dev.aludel.model.ColumnType.FixedChar;
import dev.aludel.model.ColumnType.Native;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.ColumnType.VarChar;
import dev.aludel.model.EnumType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of type that need no conversion of the author's own: PostgreSQL carries every value over unchanged in
 * meaning, whatever the session's settings, or stops with an error. Casts that would round, cut, or read the session's
 * time zone are not among them.
 */
final class LosslessCasts {

    private static final Map<Simple, Set<Simple>> BETWEEN_SIMPLE = Map.of(
            Simple.SMALL_INTEGER, Set.of(Simple.INTEGER, Simple.BIG_INTEGER, Simple.DOUBLE),
            Simple.INTEGER, Set.of(Simple.SMALL_INTEGER, Simple.BIG_INTEGER, Simple.DOUBLE),
            Simple.BIG_INTEGER, Set.of(Simple.SMALL_INTEGER, Simple.INTEGER),
            Simple.DATE, Set.of(Simple.DATETIME),
            Simple.DATETIME, Set.of(Simple.TIMESTAMP_WITH_ZONE),
            Simple.TIMESTAMP_WITH_ZONE, Set.of(Simple.DATETIME));

    private static final Set<Simple> WHOLE_NUMBERS = Set.of(Simple.SMALL_INTEGER, Simple.INTEGER, Simple.BIG_INTEGER);

    /** Printed in one way only, and read back as the same. */
    private static final Set<Simple> PRINTABLE = Set.of(
            Simple.SMALL_INTEGER,
            Simple.INTEGER,
            Simple.BIG_INTEGER,
            Simple.BOOLEAN,
            Simple.UUID,
            Simple.JSON,
            Simple.JSON_BINARY);

    /** The two date and time types, which by convention both mean UTC. */
    private static final Set<ColumnType> INSTANTS = Set.of(Simple.DATETIME, Simple.TIMESTAMP_WITH_ZONE);

    private LosslessCasts() {}

    /** Whether values of {@code from} can become {@code to} as they are. */
    static boolean allows(ColumnType from, ColumnType to) {
        if (from.equals(to) || from instanceof Native || to instanceof Native) {
            return true;
        }
        if (to instanceof EnumType) {
            return isFlexibleText(from) || from instanceof EnumType;
        }
        if (isFlexibleText(to)) {
            return isText(from) || from instanceof EnumType || from instanceof Decimal || PRINTABLE.contains(from);
        }
        if (to instanceof FixedChar) {
            return from instanceof FixedChar;
        }
        if (from instanceof Decimal || to instanceof Decimal) {
            return allowsDecimal(from, to);
        }
        return from instanceof Simple known
                && BETWEEN_SIMPLE.getOrDefault(known, Set.of()).contains(to);
    }

    /** Whether the cast reads both types as UTC, and must be told so. */
    static boolean readsUtc(ColumnType from, ColumnType to) {
        return !from.equals(to) && INSTANTS.contains(from) && INSTANTS.contains(to);
    }

    /** Whether PostgreSQL makes the cast only when it is asked for. */
    static boolean isExplicit(ColumnType from, ColumnType to) {
        return to instanceof EnumType && !from.equals(to);
    }

    /** The length that values of {@code from} must be checked against; empty where none can be too long. */
    static Optional<Integer> lengthToCheck(ColumnType from, ColumnType to) {
        return limit(to).filter(most -> limit(from).map(length -> length > most).orElse(true));
    }

    /** Whether PostgreSQL copies the table; it doesn't where the new type reads the same bytes. */
    static boolean rewrites(ColumnType from, ColumnType to) {
        if (isFlexibleText(from) && isFlexibleText(to)) {
            return lengthToCheck(from, to).isPresent();
        }
        if (from instanceof Decimal old && to instanceof Decimal wanted) {
            return old.scale() != wanted.scale() || wanted.precision() < old.precision();
        }
        return !from.equals(to);
    }

    private static boolean allowsDecimal(ColumnType from, ColumnType to) {
        if (from instanceof Decimal old && to instanceof Decimal wanted) {
            return wanted.scale() >= old.scale();
        }
        if (from instanceof Decimal old) {
            return old.scale() == 0 && WHOLE_NUMBERS.contains(to);
        }
        return WHOLE_NUMBERS.contains(from);
    }

    private static boolean isText(ColumnType type) {
        return isFlexibleText(type) || type instanceof FixedChar;
    }

    private static boolean isFlexibleText(ColumnType type) {
        return type instanceof VarChar || type == Simple.TEXT;
    }

    private static Optional<Integer> limit(ColumnType type) {
        if (type instanceof VarChar varChar) {
            return varChar.length();
        }
        return type instanceof FixedChar fixed ? Optional.of(fixed.length()) : Optional.empty();
    }
}
