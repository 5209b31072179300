package dev.aludel.gateway.reliability;

import dev.aludel.gateway.AddDatabaseIndexes;
import dev.aludel.gateway.Gateway;
import dev.aludel.testing.TestDatabase;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows enough for a conversion to take a while: 10,000 sessions and 100,000 messages, the same ones each time. */
final class ManyRows {

    private static final int SESSIONS = 10_000;
    private static final int MESSAGES = 100_000;
    private static final int ROWS_PER_INSERT = 1_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss.SSS''");
    private static final LocalDateTime FIRST = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final int SECONDS = 200_000_000;

    private final Random random = new Random(20251121);

    private ManyRows() {}

    /** Takes an empty database to the revision before the conversion, and fills it. */
    static void fill(TestDatabase database) {
        Gateway.migrator(database).upgrade(AddDatabaseIndexes.ID.value());
        new ManyRows().insert(database);
    }

    private void insert(TestDatabase database) {
        insert(
                database,
                "INSERT INTO sessions (id, user_id, created_at, updated_at) VALUES ",
                SESSIONS,
                number -> "('s%06d', 'u%d', %s, %s)".formatted(number, number % 100, date(), date()));
        insert(
                database,
                "INSERT INTO chat_messages (id, session_id, message, created_at) VALUES ",
                MESSAGES,
                number -> "('m%06d', 's%06d', 'message', %s)".formatted(number, number % SESSIONS, date()));
    }

    private static void insert(TestDatabase database, String insert, int count, IntFunction<String> row) {
        String[] statements = IntStream.range(0, count / ROWS_PER_INSERT)
                .mapToObj(block -> IntStream.range(block * ROWS_PER_INSERT, (block + 1) * ROWS_PER_INSERT)
                        .mapToObj(row)
                        .collect(Collectors.joining(", ", insert, "")))
                .toArray(String[]::new);
        Gateway.execute(database, statements);
    }

    /** A moment of six years, and now and then none. */
    private String date() {
        return random.nextInt(50) == 0
                ? "NULL"
                : DATE.format(FIRST.plusSeconds(random.nextInt(SECONDS)).plusNanos(random.nextInt(1_000) * 1_000_000L));
    }
}
