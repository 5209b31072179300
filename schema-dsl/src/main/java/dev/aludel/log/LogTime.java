package dev.aludel.log;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Points in time as the log spells them; apart from the statements, since who only reads the log has no need of it. */
final class LogTime {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private LogTime() {}

    /** {@code 2026-01-31T12:00:00.000Z}. */
    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
