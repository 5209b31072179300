package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Sql;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Between date-times as text and milliseconds since 1970-01-01T00:00:00Z, exact to the millisecond for the years 0001 to
 * 9999. What isn't a date-time for certain becomes NULL, and {@link #unreadable} finds it beforehand.
 *
 * <p>SQLite up to 3.40 gives back 2024-02-30 as it stands, and every version 24:00:00, unless a modifier makes it
 * reckon: hence {@code '+0 seconds'}.
 *
 * @param toMillis whether text becomes milliseconds, rather than the other way round
 */
record EpochConversion(boolean toMillis) {

    private static final Set<ColumnType> DATE_TIMES = Set.of(Simple.DATETIME, Simple.TIMESTAMP_WITH_ZONE);

    /** 0001-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z. */
    private static final String FIRST_MILLIS = "-62135596800000";

    private static final String LAST_MILLIS = "253402300799999";

    private static final String USUAL =
            "({c} GLOB '????-??-?? ??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]' OR {c} GLOB '????-??-?? ??:??:??')";

    /** Of a day and an hour like these, whatever can be read does exist: no need to reckon. */
    private static final String ORDINARY = "substr({c}, 9, 2) < '29' AND substr({c}, 12, 2) < '24'";

    /** The column is named in the innermost SELECT's results only: elsewhere it could be taken for one of these names. */
    private static final String OTHER_SHAPES =
            """
            (
                        SELECT CAST(strftime('%s', moment || zone) AS INTEGER) * 1000
                            + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
                        FROM (
                            SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                            FROM (
                                SELECT substr({c}, 1, 10) || ' ' || substr({c}, 12, 8) AS moment,
                                    CASE
                                        WHEN {c} GLOB '*Z' THEN 'Z'
                                        WHEN {c} GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr({c}, -6)
                                        ELSE ''
                                    END AS zone,
                                    substr({c}, 20) AS rest,
                                    substr({c}, 11, 1) AS separator,
                                    typeof({c}) AS kind
                            )
                            WHERE kind = 'text' AND separator IN (' ', 'T')
                        )
                        WHERE datetime(moment, '+0 seconds') = moment
                          AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
                    )""";

    /**
     * The usual shapes go first: they are tested and read without the sub-select, which takes the others. Of these only the
     * last days of a month are reckoned back, which takes half of the time.
     */
    private static final String TO_MILLIS =
            """
            CASE{null}
                    WHEN {usual}
                     AND ({ordinary} OR datetime(substr({c}, 1, 19), '+0 seconds') = substr({c}, 1, 19))
                    THEN CAST(strftime('%s', substr({c}, 1, 19)) AS INTEGER) * 1000 + CAST(substr({c}, 21, 3) AS INTEGER)
                    ELSE {other}
                END""";

    private static final String FROM_MILLIS =
            """
            strftime('%Y-%m-%d %H:%M:%S', ({c} - (({c} % 1000) + 1000) % 1000) / 1000, 'unixepoch')
                    || printf('.%03d000', (({c} % 1000) + 1000) % 1000)""";

    /**
     * Text ends for most functions at U+0000, which no date-time holds. The usual shapes are tested without computing what
     * they come to.
     */
    private static final String UNREADABLE_TEXT =
            """
            {c} IS NOT NULL
              AND CASE
                    WHEN instr({c}, char(0)) > 0 THEN 1
                    WHEN {usual}
                    THEN strftime('%s', substr({c}, 1, 19)) IS NULL
                      OR (NOT ({ordinary}) AND datetime(substr({c}, 1, 19), '+0 seconds') IS NOT substr({c}, 1, 19))
                      OR substr({c}, 1, 4) = '0000'
                    ELSE coalesce({other}, {first} - 1) < {first}
                  END""";

    private static final String UNREADABLE_MILLIS =
            "{c} IS NOT NULL\n  AND (typeof({c}) <> 'integer' OR {c} NOT BETWEEN {first} AND {last})";

    /**
     * The conversion of a column from one type to another.
     *
     * @throws UnsupportedOnDialectException for a zone other than UTC, and for types that it doesn't go between
     */
    static EpochConversion of(Conversion.EpochMillis conversion, ColumnType before, ColumnType after) {
        if (!conversion.zone().normalized().equals(ZoneOffset.UTC)) {
            throw new UnsupportedOnDialectException(
                    "SQLite knows no time zones, and can convert date-times between UTC and milliseconds only, not \"%s\""
                            .formatted(conversion.zone()));
        }
        if (DATE_TIMES.contains(before) && after == Simple.BIG_INTEGER) {
            return new EpochConversion(true);
        }
        if (before == Simple.BIG_INTEGER && DATE_TIMES.contains(after)) {
            return new EpochConversion(false);
        }
        throw new UnsupportedOnDialectException(
                "epochMillis converts between a date-time and a big integer, not from %s to %s"
                        .formatted(SqliteTypes.spelling(before), SqliteTypes.spelling(after)));
    }

    /** Whether a column of this type holds a date-time as text. */
    static boolean isDateTime(ColumnType type) {
        return DATE_TIMES.contains(type);
    }

    /** The converted value; NULL for NULL, and for what can't be converted. */
    Sql convert(Sql column) {
        return Sql.raw(filled(toMillis ? TO_MILLIS : FROM_MILLIS, column, ""));
    }

    /** The converted value, or {@code filling} for NULL; what can't be converted does not become the filling. */
    Sql convert(Sql column, Sql filling) {
        String whenNull = "\n        WHEN %s IS NULL THEN %s".formatted(column, filling);
        String template = toMillis ? TO_MILLIS : "CASE{null}\n        ELSE %s\n    END".formatted(FROM_MILLIS);
        return Sql.raw(filled(template, column, whenNull));
    }

    /** True for a value that isn't NULL and can't be converted for certain. */
    Sql unreadable(Sql column) {
        return Sql.raw(filled(toMillis ? UNREADABLE_TEXT : UNREADABLE_MILLIS, column, ""));
    }

    /** What {@link #unreadable} finds, as the end of a sentence that begins with the column. */
    String problem() {
        return toMillis
                ? "holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999)"
                : "holds values that are no milliseconds since 1970-01-01T00:00:00Z of the years 0001 to 9999";
    }

    private static String filled(String template, Sql column, String whenNull) {
        return template.replace("{other}", OTHER_SHAPES)
                .replace("{usual}", USUAL)
                .replace("{ordinary}", ORDINARY)
                .replace("{null}", whenNull)
                .replace("{first}", FIRST_MILLIS)
                .replace("{last}", LAST_MILLIS)
                .replace("{c}", column.text());
    }
}
