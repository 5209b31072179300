package dev.aludel.dialect.sqlite;

import dev.aludel.model.ColumnType;
import dev.aludel.sql.Sql;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values a change of type would not carry over for certain, where no conversion is given: SQLite then applies the new
 * column's affinity, which changes {@code '007'} to 7 and keeps {@code 'seven'} in an integer column.
 *
 * <p>Comparing a text with its own numeric cast is true for exactly those texts that are numbers: the comparison applies
 * numeric affinity, which the cast of a mere prefix doesn't pass.
 */
final class CastCheck {

    private static final Map<Affinity, String> LOSSY = new EnumMap<>(Map.of(
            Affinity.INTEGER,
            """
            CASE typeof({v})
                WHEN 'text' THEN CAST(CAST({v} AS INTEGER) AS TEXT) <> {v}
                WHEN 'real' THEN CAST({v} AS INTEGER) <> {v}
                WHEN 'blob' THEN 1
              END""",
            Affinity.REAL,
            """
            CASE typeof({v})
                WHEN 'text' THEN CAST({v} AS NUMERIC) <> {v} OR length({v}) > 15
                WHEN 'integer' THEN CAST(CAST({v} AS REAL) AS INTEGER) <> {v}
                WHEN 'blob' THEN 1
              END""",
            Affinity.NUMERIC,
            "typeof({v}) = 'text' AND CAST({v} AS NUMERIC) = {v} AND CAST(CAST({v} AS NUMERIC) AS TEXT) <> {v}",
            Affinity.TEXT,
            "typeof({v}) = 'real' AND CAST(CAST({v} AS TEXT) AS REAL) <> {v}"));

    /** Dates have numeric affinity too, and are texts; a number is not. */
    private static final String NO_NUMBER =
            """
            CASE typeof({v})
                WHEN 'text' THEN CAST(CAST({v} AS NUMERIC) AS TEXT) <> {v}
                WHEN 'blob' THEN 1
              END""";

    private static final Pattern PLAIN_CAST =
            Pattern.compile("\\s*CAST\\s*\\(\\s*\"?(\\w+)\"?\\s+AS\\s+([^()]+)\\)\\s*", Pattern.CASE_INSENSITIVE);

    private static final Set<Affinity> NUMERIC = EnumSet.of(Affinity.INTEGER, Affinity.REAL, Affinity.NUMERIC);

    private CastCheck() {}

    /** True for a value that would not arrive as it is; empty where every value does. */
    static Optional<Sql> lossy(ColumnType before, ColumnType after, Sql value) {
        Affinity affinity = Affinity.of(SqliteTypes.spelling(after));
        boolean isNumber = after instanceof ColumnType.Decimal || after == ColumnType.Simple.BOOLEAN;
        String condition = isNumber ? NO_NUMBER : LOSSY.get(affinity);
        return Affinity.of(SqliteTypes.spelling(before)) == affinity || condition == null
                ? Optional.empty()
                : Optional.of(Sql.raw(condition.replace("{v}", value.text())));
    }

    /**
     * True for a text that an author's plain {@code CAST(column AS INTEGER)} would read as 0, or as the number that it
     * begins with; empty where {@code expression} is no such cast.
     */
    static Optional<Sql> unreadable(Sql expression, String column, Sql value) {
        Matcher cast = PLAIN_CAST.matcher(expression.text());
        return cast.matches() && cast.group(1).equalsIgnoreCase(column) && NUMERIC.contains(Affinity.of(cast.group(2)))
                ? Optional.of(
                        Sql.raw("typeof({v}) = 'text' AND CAST({v} AS NUMERIC) <> {v}".replace("{v}", value.text())))
                : Optional.empty();
    }
}
