package dev.aludel.dialect.postgres;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Between a {@code timestamp} that is local to a zone and whole milliseconds since 1970-01-01T00:00:00Z, by integers
 * alone: exact, floored, and independent of the session's time zone, for every value that a timestamp takes.
 *
 * <p>A zone whose offset never changed is arithmetic, both ways. In any other zone an hour is missing in spring and comes
 * twice in autumn: the way to milliseconds stops at such values, and the way back is refused, because it would lose which
 * of the two hours was meant.
 */
final class EpochConversion {

    /** 4714-11-24 00:00:00 BC and the last millisecond of the year 294276: measured on PostgreSQL 15 and 17. */
    private static final long FIRST_MILLISECOND = -210_866_803_200_000L;

    private static final long LAST_MILLISECOND = 9_224_318_015_999_999L;

    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final PostgresCompiler compiler;
    private final String column;
    private final ZoneId zone;

    EpochConversion(PostgresCompiler compiler, String column, ZoneId zone) {
        this.compiler = compiler;
        this.column = column;
        this.zone = zone;
    }

    /** The converted value. */
    Sql expression(ColumnType from, ColumnType to) {
        return isUp(from, to) ? toMilliseconds() : toTimestamp();
    }

    /** Finds the values that can't be converted for certain. */
    Sql uncertain(ColumnType from, ColumnType to) {
        return isUp(from, to) ? noCertainInstant() : outsideOfRange();
    }

    /** What is wrong with a value that {@link #uncertain} finds, as the end of a sentence. */
    String problem(ColumnType from, ColumnType to) {
        if (!isUp(from, to)) {
            return "holds milliseconds that lie outside of what a timestamp takes";
        }
        return isFixed()
                ? "holds infinity, which is no point in time"
                : "holds infinity, or local times that came twice or never in %s".formatted(zone);
    }

    private Sql toMilliseconds() {
        Sql seconds = compiler.template("date_trunc('second', $N)", column);
        Sql instant = isFixed() ? seconds : compiler.template("$S AT TIME ZONE $S", seconds, zoneName());
        return compiler.template(
                "extract(epoch FROM $S)::bigint * 1000\n            + extract(microseconds FROM $N)::bigint % 1000000 / 1000$S",
                instant, column, offsetCorrection());
    }

    /** Days and milliseconds apart: one interval of all milliseconds would be off by microseconds in late years. */
    private Sql toTimestamp() {
        if (!isFixed()) {
            throw new UnsupportedOnDialectException(
                    "milliseconds cannot become a timestamp in %s without losing which of two equal hours was meant when the clock is set back: convert to UTC, or use an expression"
                            .formatted(zone));
        }
        String origin = LocalDateTime.of(1970, 1, 1, 0, 0)
                .plusSeconds(offsetMilliseconds() / 1000)
                .format(LITERAL);
        return compiler.template(
                "timestamp $V\n            + ($N / 86400000) * interval '1 day'\n            + ($N % 86400000) * interval '1 millisecond'",
                Value.of(origin), column, column);
    }

    private Sql offsetCorrection() {
        long offset = isFixed() ? offsetMilliseconds() : 0;
        return Sql.raw(offset == 0 ? "" : " %s %d".formatted(offset > 0 ? "-" : "+", Math.abs(offset)));
    }

    /** An index on the column answers what compares it with values, and nothing that calls a function on it. */
    private Sql noCertainInstant() {
        return isFixed()
                ? compiler.template("$N IN ('infinity', '-infinity')", column)
                : compiler.template("NOT isfinite($N) OR $S", column, twiceOrNever());
    }

    /**
     * A local time is that of the offset a day before, of the offset a day after, of both (it came twice) or of none (it
     * was skipped).
     */
    private Sql twiceOrNever() {
        Sql earlier = candidate("-", "+");
        Sql later = candidate("+", "-");
        return compiler.template(
                "$S <> $S\n    AND ($S AT TIME ZONE $S = $N) = ($S AT TIME ZONE $S = $N)",
                earlier,
                later,
                earlier,
                zoneName(),
                column,
                later,
                zoneName(),
                column);
    }

    private Sql candidate(String there, String back) {
        return compiler.template(
                "(($N $S interval '24 hours') AT TIME ZONE $S $S interval '24 hours')",
                column,
                Sql.raw(there),
                zoneName(),
                Sql.raw(back));
    }

    /**
     * Ranges with two ends, which PostgreSQL takes for small ones as long as it has no statistics, and looks up in an index;
     * of what has one end it expects a third of the rows, and reads them all.
     */
    private Sql outsideOfRange() {
        long offset = isFixed() ? offsetMilliseconds() : 0;
        return compiler.template(
                "$N BETWEEN $V AND $V\n    OR $N BETWEEN $V AND $V",
                column,
                Value.of(Long.MIN_VALUE),
                Value.of(FIRST_MILLISECOND - offset - 1),
                column,
                Value.of(LAST_MILLISECOND - offset + 1),
                Value.of(Long.MAX_VALUE));
    }

    private Sql zoneName() {
        return compiler.template("$V", Value.of(zone.getId()));
    }

    private boolean isFixed() {
        return zone.getRules().isFixedOffset();
    }

    private long offsetMilliseconds() {
        return zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() * 1000L;
    }

    private static boolean isUp(ColumnType from, ColumnType to) {
        if (from == Simple.DATETIME && to == Simple.BIG_INTEGER) {
            return true;
        }
        if (from == Simple.BIG_INTEGER && to == Simple.DATETIME) {
            return false;
        }
        throw new UnsupportedOnDialectException(
                "the conversion by epoch milliseconds goes between datetime() and bigInteger(), not from %s to %s"
                        .formatted(PostgresTypes.spelling(from), PostgresTypes.spelling(to)));
    }
}
