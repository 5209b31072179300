package dev.aludel.gateway;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Moments of the years 0001 to 9999, to the microsecond. */
final class Moments {

    /** Where arithmetic of dates goes wrong: the ends, the epoch's two sides, leap days, gaps and overlaps of DST. */
    private static final List<LocalDateTime> EDGES = List.of(
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(1, 1, 1, 0, 0, 0, 999_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_500_000),
            LocalDateTime.of(1970, 1, 1, 0, 0),
            LocalDateTime.of(1970, 1, 1, 0, 0, 0, 999_999_000),
            LocalDateTime.of(1900, 2, 28, 23, 59, 59, 999_999_000),
            LocalDateTime.of(2000, 2, 29, 12, 0),
            LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1_000),
            LocalDateTime.of(2038, 1, 19, 3, 14, 8),
            LocalDateTime.of(3001, 1, 19, 3, 14, 8),
            LocalDateTime.of(2025, 3, 9, 2, 30),
            LocalDateTime.of(2025, 11, 2, 1, 30),
            LocalDateTime.of(1582, 10, 10, 10, 10, 10, 101_010_000));

    private static final long FIRST_SECOND = LocalDateTime.of(1, 1, 2, 0, 0).toEpochSecond(UTC);
    private static final long SECONDS = LocalDateTime.of(9999, 12, 31, 0, 0).toEpochSecond(UTC) - FIRST_SECOND;

    private Moments() {}

    /** The edges first, then random moments; every fourth of those has a fraction that rounding would carry over. */
    static LocalDateTime random(int number, Random random) {
        if (number < EDGES.size()) {
            return EDGES.get(number);
        }
        long second = FIRST_SECOND + random.nextLong(SECONDS);
        int micros = number % 4 == 0 ? 999_000 + random.nextInt(1_000) : random.nextInt(1_000_000);
        return LocalDateTime.ofEpochSecond(second, micros * 1_000, UTC);
    }
}
