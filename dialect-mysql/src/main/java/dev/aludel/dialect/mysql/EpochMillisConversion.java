package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * Date-times to milliseconds and back, by arithmetic that no zone, no {@code sql_mode} and no
 * {@code div_precision_increment} reaches. {@code UNIX_TIMESTAMP} and {@code FROM_UNIXTIME} go by the session's zone, and
 * know no year before 1970.
 *
 * <p>Measured on MySQL 9.7.4 and MariaDB 10.11.5 for the years 0001 to 9999. Date-times outside of them the servers keep,
 * but can't compute with reliably; they are refused, like the dates with zeros for a month or a day.
 */
final class EpochMillisConversion {

    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(10_000, 1, 1, 0, 0);
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<Simple> DATE_TIMES = Set.of(Simple.DATETIME, Simple.TIMESTAMP_WITH_ZONE);

    private final Syntax syntax;
    private final ZoneOffset offset;
    private final String column;
    private final boolean toMillis;

    /** The conversion of {@code before} into {@code after}, whose types say in which direction. */
    EpochMillisConversion(Syntax syntax, ZoneId zone, Column before, Column after) {
        this.syntax = syntax;
        this.offset = fixed(zone);
        this.column = before.name();
        this.toMillis = isDateTime(before.type()) && after.type() == Simple.BIG_INTEGER;
        if (!toMillis && !(before.type() == Simple.BIG_INTEGER && isDateTime(after.type()))) {
            throw new UnsupportedOnDialectException(
                    "epochMillis converts between a date-time and a big integer, but column \"%s\" goes from %s to %s"
                            .formatted(column, MysqlTypes.spelling(before.type()), MysqlTypes.spelling(after.type())));
        }
    }

    /** The new value; NULL for NULL. */
    Sql expression() {
        return toMillis
                ? syntax.sql("FLOOR(TIMESTAMPDIFF(MICROSECOND, $S, $N) * 0.001)", epoch(), column)
                : syntax.sql("TIMESTAMPADD(MICROSECOND, $N * 1000, $S)", column, epoch());
    }

    /** True for a value that the expression can't convert for certain. */
    Sql unconvertible() {
        return toMillis
                ? syntax.sql(
                        "$N < TIMESTAMP'0001-01-01 00:00:00'\n    OR ($N IS NOT NULL AND $S IS NULL)",
                        column,
                        column,
                        expression())
                : syntax.sql(
                        "$N NOT BETWEEN $S AND $S",
                        column,
                        Sql.raw(String.valueOf(millis(FIRST))),
                        Sql.raw(String.valueOf(millis(END) - 1)));
    }

    /** What is wrong with such values. */
    String problem() {
        return toMillis
                ? "holds values that are no date-time of the years 0001 to 9999"
                : "holds milliseconds outside of the years 0001 to 9999";
    }

    private long millis(LocalDateTime local) {
        return local.toInstant(offset).toEpochMilli();
    }

    /** 1970-01-01T00:00:00Z on a clock of the zone. */
    private Sql epoch() {
        return Sql.raw("TIMESTAMP'%s'".formatted(LITERAL.format(LocalDateTime.ofInstant(Instant.EPOCH, offset))));
    }

    private static boolean isDateTime(ColumnType type) {
        return type instanceof Simple simple
                ? DATE_TIMES.contains(simple)
                : type instanceof ColumnType.Native own
                        && own.spelling().toLowerCase(Locale.ROOT).startsWith("datetime");
    }

    private static ZoneOffset fixed(ZoneId zone) {
        if (!zone.getRules().isFixedOffset()) {
            throw new UnsupportedOnDialectException(
                    "epochMillis takes UTC or a fixed offset on MySQL, not %s: CONVERT_TZ returns date-times outside of 1970 to 2037 unconverted"
                            .formatted(zone));
        }
        return zone.getRules().getOffset(Instant.EPOCH);
    }
}
