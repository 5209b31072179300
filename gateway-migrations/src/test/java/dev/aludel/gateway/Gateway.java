package dev.aludel.gateway;

import dev.aludel.Migrator;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The gateway's history, and what the tests of it share. */
public final class Gateway {

    /** The ids of the revisions, from the first to the last. */
    public static final List<String> REVISIONS = Stream.of(
                    CreateInitialDatabase.ID,
                    AddDatabaseIndexes.ID,
                    ConvertTimestampsToEpoch.ID,
                    AddTasksAndFeedback.ID,
                    AddTokenUsage.ID)
            .map(id -> id.value())
            .toList();

    /** The places at which a database may stand, from {@code base} to the last revision. */
    public static final List<String> PLACES =
            Stream.concat(Stream.of("base"), REVISIONS.stream()).toList();

    /** The time of every run in these tests, in milliseconds. */
    static final long NOW = Instant.parse("2026-11-21T04:05:06.789Z").toEpochMilli();

    private Gateway() {}

    public static Migrator migrator(TestDatabase database) {
        return migrator(database.dataSource());
    }

    public static Migrator migrator(DataSource dataSource) {
        return Migrator.on(dataSource)
                .history(new GatewayHistory())
                .clock(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC))
                .build();
    }

    /** Rows for the schema of the first two revisions. */
    public static void insertFixture(TestDatabase database) {
        Gateway.execute(
                database,
                """
                INSERT INTO sessions (id, name, user_id, agent_id, created_at, updated_at) VALUES
                ('s1', 'one', 'u1', 'a1', '2025-01-02 03:04:05', '2025-06-07 08:09:10'),
                ('s3', 'frac', 'u1', 'a1', '2025-01-02 03:04:05.678', '1970-01-01 00:00:00'),
                ('s2', NULL, 'u2', NULL, NULL, NULL)""",
                """
                INSERT INTO chat_messages (id, session_id, message, created_at, sender_type, sender_name) VALUES
                ('m1', 's1', 'hi', '2025-01-02 03:04:06', 'user', 'U'),
                ('m2', 's1', 'ho', NULL, NULL, NULL)""");
    }

    /** Executes statements in autocommit mode. */
    public static void execute(TestDatabase database, String... sql) {
        try {
            database.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows of a table with their values as text, in the order of their ids. */
    static List<Map<String, String>> rows(TestDatabase database, String table) {
        return Rows.asText(database, "SELECT * FROM %s ORDER BY id".formatted(table));
    }
}
