package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Sql;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Between date-times as text and milliseconds since 1970-01-01T00:00:00Z, exact to the millisecond for the years 0001 to
 * 9999. What can't be converted for certain, and nothing else than that and NULL, becomes NULL.
 *
 * <p>SQLite up to 3.40 gives back 2024-02-30 as it stands, and every version 24:00:00, unless a modifier makes it
 * reckon: hence {@code '+0 seconds'}.
 *
 * @param toMillis whether text becomes milliseconds, rather than the other way round
 * @param hasUnixEpoch whether SQLite has the function unixepoch, which takes half of the time of strftime
 */
record EpochConversion(boolean toMillis, boolean hasUnixEpoch) {

    private static final Set<ColumnType> DATE_TIMES = Set.of(Simple.DATETIME, Simple.TIMESTAMP_WITH_ZONE);

    /** 0001-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z. */
    private static final String FIRST_MILLIS = "-62135596800000";

    private static final String LAST_MILLIS = "253402300799999";

    /** Dates of the years 1000 to 2999, with six fraction digits; what matches the question marks, SQLite reads as digits. */
    private static final String WITH_FRACTION = "{c} GLOB '[12]???-??-?? ??:??:??.??[0-9][0-9][0-9][0-9]'";

    private static final String WITHOUT_FRACTION = "{c} GLOB '[12]???-??-?? ??:??:??'";

    /**
     * Of a day and an hour like these, whatever can be read does exist: only the last days of a month are reckoned back. Text
     * ends for most functions at U+0000, which no date-time holds.
     */
    private static final String SOUND =
            """
            instr({c}, char(0)) = 0
                     AND (substr({c}, 9, 2) < '29' AND substr({c}, 12, 2) < '24' OR datetime(substr({c}, 1, 19), '+0 seconds') = substr({c}, 1, 19))""";

    /** The column is named in the innermost SELECT's results only: elsewhere it could be taken for one of these names. */
    private static final String OTHER_SHAPES =
            """
            (
                        SELECT seconds * 1000 + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
                        FROM (
                            SELECT moment, fraction, CAST(strftime('%s', moment || zone) AS INTEGER) AS seconds
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
                                        instr({c}, char(0)) AS ending,
                                        typeof({c}) AS kind
                                )
                                WHERE kind = 'text' AND separator IN (' ', 'T') AND ending = 0
                            )
                        )
                        WHERE datetime(moment, '+0 seconds') = moment
                          AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
                          AND seconds >= -62135596800
                    )""";

    /** The usual shapes go first: they are tested and read without the sub-select, which takes the others. */
    private static final String TO_MILLIS =
            """
            CASE{null}
                    WHEN {with fraction}
                     AND {sound}
                    THEN {begin}substr({c}, 1, 23){end} * 1000 + CAST(substr({c}, 21, 3) AS INTEGER)
                    WHEN {without fraction}
                     AND {sound}
                    THEN {begin}{c}{end} * 1000
                    ELSE {other}
                END""";

    /** Counted from the year 1, whose milliseconds are never negative, division and remainder floor. */
    private static final String FROM_MILLIS =
            """
            datetime(({c} + 62135596800000) / 1000 - 62135596800, 'unixepoch')
                    || '.' || substr(1000 + ({c} + 62135596800000) % 1000, 2) || '000'""";

    private static final String CERTAIN_MILLIS = "typeof({c}) = 'integer' AND {c} BETWEEN {first} AND {last}";

    private static final String FROM_CERTAIN_MILLIS =
            """
            CASE{null}
                    WHEN {certain millis}
                    THEN {from millis}
                END""";

    /**
     * The conversion of a column from one type to another.
     *
     * @throws UnsupportedOnDialectException for a zone other than UTC, and for types that it doesn't go between
     */
    static EpochConversion of(
            Conversion.EpochMillis conversion, ColumnType before, ColumnType after, ServerVersion version) {
        if (!conversion.zone().normalized().equals(ZoneOffset.UTC)) {
            throw new UnsupportedOnDialectException(
                    "SQLite knows no time zones, and can convert date-times between UTC and milliseconds only, not \"%s\""
                            .formatted(conversion.zone()));
        }
        boolean hasUnixEpoch = version.isAtLeast(3, 38);
        if (DATE_TIMES.contains(before) && after == Simple.BIG_INTEGER) {
            return new EpochConversion(true, hasUnixEpoch);
        }
        if (before == Simple.BIG_INTEGER && DATE_TIMES.contains(after)) {
            return new EpochConversion(false, hasUnixEpoch);
        }
        throw new UnsupportedOnDialectException(
                "epochMillis converts between a date-time and a big integer, not from %s to %s"
                        .formatted(SqliteTypes.spelling(before), SqliteTypes.spelling(after)));
    }

    /** Whether a column of this type holds a date-time as text. */
    static boolean isDateTime(ColumnType type) {
        return DATE_TIMES.contains(type);
    }

    /** Milliseconds as text, where they are of the years 0001 to 9999. */
    static Sql text(Sql millis) {
        return Sql.raw(FROM_MILLIS.replace("{c}", millis.text()));
    }

    /** The converted value; NULL for NULL, and for what can't be converted. */
    Sql convert(Sql column) {
        return Sql.raw(filled(template(), column, ""));
    }

    /** The converted value, or {@code filling} for NULL; what can't be converted does not become the filling. */
    Sql convert(Sql column, Sql filling) {
        return Sql.raw(filled(template(), column, "\n        WHEN %s IS NULL THEN %s".formatted(column, filling)));
    }

    /** True for a value that isn't NULL and can't be converted for certain. */
    Sql unreadable(Sql column) {
        return toMillis
                ? Sql.raw("%s IS NOT NULL\n  AND %s IS NULL".formatted(column, convert(column)))
                : Sql.raw("%s IS NOT NULL\n  AND NOT (%s)".formatted(column, filled(CERTAIN_MILLIS, column, "")));
    }

    private String template() {
        return toMillis ? TO_MILLIS : FROM_CERTAIN_MILLIS;
    }

    /** What {@link #unreadable} finds, as the end of a sentence that begins with the column. */
    String problem() {
        return toMillis
                ? "holds values that are no date-time for certain (text such as 2025-01-02 03:04:05.678, with T, Z or an offset, in the years 0001 to 9999)"
                : "holds values that are no milliseconds since 1970-01-01T00:00:00Z of the years 0001 to 9999";
    }

    private String filled(String template, Sql column, String whenNull) {
        return template.replace("{other}", OTHER_SHAPES)
                .replace("{with fraction}", WITH_FRACTION)
                .replace("{without fraction}", WITHOUT_FRACTION)
                .replace("{sound}", SOUND)
                .replace("{begin}", hasUnixEpoch ? "unixepoch(" : "CAST(strftime('%s', ")
                .replace("{end}", hasUnixEpoch ? ")" : ") AS INTEGER)")
                .replace("{null}", whenNull)
                .replace("{certain millis}", CERTAIN_MILLIS)
                .replace("{first}", FIRST_MILLIS)
                .replace("{last}", LAST_MILLIS)
                .replace("{from millis}", FROM_MILLIS)
                .replace("{c}", column.text());
    }
}
