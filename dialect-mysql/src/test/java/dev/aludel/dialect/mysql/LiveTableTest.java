package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** What somebody added to the live table stays, and what contradicts the revisions stops them. */
class LiveTableTest {

    private static final SchemaModel TASKS =
            TestRun.of(SchemaModel.empty(), LiveTableTest::tasks).after();

    private static void tasks(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50));
            t.column("created_at", datetime());
            t.column("state", string(20)).notNull();
        });
    }

    private static void create(Connection connection) throws SQLException {
        TestRun.execute(
                connection,
                """
                CREATE TABLE tasks (
                    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
                    name VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'it''s' COMMENT 'a ''name'' \\\\ or so',
                    created_at DATETIME(6) COMMENT 'when',
                    state VARCHAR(20) NOT NULL DEFAULT 'new',
                    touched TIMESTAMP(3) NULL ON UPDATE CURRENT_TIMESTAMP(3)
                )""",
                "INSERT INTO tasks (id, name, created_at, touched) VALUES (1, NULL, '2025-01-02 03:04:05', '2020-01-01 00:00:00')");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_redefined_column_keeps_default_comment_collation_and_counter(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);

            alter(connection, t -> {
                t.column("name").fillNull(Value.of("-")).notNull();
                t.column("id").type(bigInteger());
                t.column("state").type(string(30));
            });

            assertThat(definition(connection))
                    .contains("`id` bigint")
                    .contains("NOT NULL AUTO_INCREMENT")
                    .containsPattern(
                            "`name` varchar\\(50\\) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s' COMMENT 'a ''name'' \\\\\\\\ or so'")
                    .contains("`state` varchar(30) NOT NULL DEFAULT 'new'");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_column_with_on_update_keeps_its_times_while_others_are_filled(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);

            alter(connection, t -> t.column("name").fillNull(Value.of("-")));

            assertThat(TestRun.rows(connection, "SELECT name, CAST(touched AS CHAR) FROM tasks"))
                    .containsExactly(List.of("-", "2020-01-01 00:00:00.000"));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_converted_column_keeps_its_place_its_comment_and_indexes_that_nobody_told_of(TestDatabase database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);
            TestRun.execute(connection, "CREATE INDEX by_hand ON tasks (state, created_at)");

            alter(connection, t -> t.column("created_at")
                    .renameTo("created_time")
                    .type(bigInteger())
                    .using(epochMillis(UTC))
                    .notNull());

            assertThat(definition(connection))
                    .containsPattern("`created_time` bigint[^,]* NOT NULL COMMENT 'when',\\s*`state`")
                    .contains("KEY `by_hand` (`state`,`created_time`)");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_missing_column_and_another_type_stop_it(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);
            TestRun.execute(
                    connection,
                    "DELETE FROM tasks",
                    "ALTER TABLE tasks DROP COLUMN name, MODIFY COLUMN state INT NOT NULL");

            assertStops(
                    connection,
                    t -> t.column("name").notNull(),
                    "column \"name\" of table \"tasks\" is in the revisions, but not in the database");
            assertStops(
                    connection,
                    t -> t.column("state").nullable(),
                    "has the type VARCHAR(20) in the revisions, but INT in the database");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_trigger_that_filling_would_fire_stops_it(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);
            TestRun.execute(
                    connection, "CREATE TRIGGER touch BEFORE UPDATE ON tasks FOR EACH ROW SET NEW.state = 'touched'");

            assertStops(connection, t -> t.column("name").fillNull(Value.of("-")), "fire its triggers [touch]");
            alter(connection, t -> t.column("name").renameTo("title"));
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void an_unknown_index_keeps_a_column_from_being_dropped(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            create(connection);
            TestRun.execute(connection, "CREATE INDEX by_hand ON tasks (state, name)");

            assertStops(
                    connection,
                    t -> t.dropColumn("name"),
                    "has indexes over it that the revisions don't know: [by_hand]");

            TestRun.execute(connection, "DROP INDEX by_hand ON tasks", "CREATE INDEX by_prefix ON tasks (name(5))");
            assertStops(
                    connection,
                    t -> t.dropColumn("name"),
                    "has indexes over it that the revisions don't know: [by_prefix]");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_table_that_is_gone_stops_it(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertStops(
                    connection,
                    t -> t.column("name").notNull(),
                    "table \"tasks\" is in the revisions, but not in the database");
        }
    }

    private static void alter(Connection connection, Consumer<TableAlteration> changes) throws SQLException {
        TestRun.of(connection, TASKS, s -> s.alterTable("tasks", changes)).on(connection);
    }

    private static void assertStops(Connection connection, Consumer<TableAlteration> changes, String message)
            throws SQLException {
        TestRun run = TestRun.of(connection, TASKS, s -> s.alterTable("tasks", changes));
        assertThatThrownBy(() -> run.compiler().refine(run.compiled().steps().get(0), connection))
                .isInstanceOf(LiveSchemaException.class)
                .hasMessageContaining(message);
    }

    private static String definition(Connection connection) throws SQLException {
        return TestRun.rows(connection, "SHOW CREATE TABLE tasks").get(0).get(1);
    }
}
