package dev.aludel.dialect.sqlite;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.Value.runTimeMillis;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.history.History;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Sessions and their messages, whose dates a second revision converts: the rebuild that these tests look at. A test may
 * replace the tables that the first revision made by ones with more to lose.
 */
final class Sessions {

    static final long NOW = 1_763_697_906_789L;

    private Sessions() {}

    static History history() {
        return history(Sessions::convert);
    }

    /** The first revision creates the tables, the second is given. */
    static History history(Consumer<Schema> second) {
        return new LambdaHistory().then("create", Sessions::create).then("change", second);
    }

    static Migrator migrator(TestDatabase database, History history) {
        return Migrator.on(database.withForeignKeys().dataSource())
                .history(history)
                .dialect(new SqliteDialect())
                .clock(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC))
                .build();
    }

    /** A migrator of a database whose tables the first revision has created. */
    static Migrator created(TestDatabase database, Consumer<Schema> second) {
        Migrator migrator = migrator(database, history(second));
        migrator.upgrade("create");
        return migrator;
    }

    /** The second revision fails with a message that contains these words, and leaves everything as it was. */
    static void stops(TestDatabase database, Migrator migrator, String... words) throws SQLException {
        List<String> before = everything(database);
        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContainingAll(words);
        assertThat(everything(database)).isEqualTo(before);
    }

    static void convert(Schema schema) {
        schema.alterTable("sessions", t -> t.column("created_at")
                .renameTo("created_time")
                .type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(runTimeMillis())
                .notNull());
    }

    private static void create(Schema schema) {
        schema.createTable("sessions", t -> {
            t.column("id", string()).primaryKey();
            t.column("user_id", string()).notNull();
            t.column("created_at", datetime());
        });
        schema.createTable("messages", t -> {
            t.column("id", string()).primaryKey();
            t.column("session_id", string())
                    .notNull()
                    .references("sessions", "id")
                    .onDelete(CASCADE);
        });
    }

    /** Puts another declaration in the place of the sessions, with three rows, and a message of each. */
    static void replace(TestDatabase database, String createTable) throws SQLException {
        database.execute("DROP TABLE sessions", createTable);
        fill(database);
    }

    static void fill(TestDatabase database) throws SQLException {
        database.execute(
                "INSERT INTO sessions (id, user_id, created_at) VALUES ('s1', 'u1', '2025-01-02 03:04:05')",
                "INSERT INTO sessions (id, user_id, created_at) VALUES ('s2', 'u2', NULL)",
                "INSERT INTO sessions (id, user_id, created_at) VALUES ('s3', 'U1', '2025-01-02T03:04:05.678999+02:00')",
                "INSERT INTO messages (id, session_id) SELECT 'm' || id, id FROM sessions");
    }

    /**
     * Many sessions.
     *
     * @param number SQL, which makes an id of the session's number {@code n}
     * @param createdAt SQL, likewise
     */
    static void fill(TestDatabase database, int rows, String number, String createdAt) throws SQLException {
        database.execute(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
                INSERT INTO sessions (id, user_id, created_at)
                SELECT 's' || %s, 'u', %s
                FROM numbers"""
                        .formatted(rows, number, createdAt));
    }

    /** The first column of a query's rows, as text. */
    static List<String> texts(TestDatabase database, String sql) throws SQLException {
        return database.query(sql).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    /** What {@code sqlite_schema} says of an object. */
    static String declaration(TestDatabase database, String name) throws SQLException {
        return texts(database, "SELECT sql FROM sqlite_schema WHERE name = '%s'".formatted(name))
                .get(0);
    }

    /** Everything that can be seen of a database: its schema's texts, and all rows with their rowids. */
    static List<String> everything(TestDatabase database) throws SQLException {
        List<String> lines = new ArrayList<>(texts(
                database, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"));
        for (String table : texts(
                database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_log' ORDER BY 1")) {
            database.query("SELECT * FROM \"%s\" ORDER BY 1".formatted(table))
                    .forEach(row -> lines.add(table + " " + Objects.requireNonNull(row)));
        }
        return lines;
    }
}
