package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.DialectId.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.ColumnChange;
import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.operation.Operation;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** No change of a column takes away what else its definition says, be it by its own words or by a clause. */
class ColumnClauseTest {

    private static final Map<String, Consumer<ColumnChange>> CHANGES = Map.of(
            "default", column -> column.defaultTo("x"),
            "no default", ColumnChange::dropDefault,
            "comment", column -> column.comment("another"),
            "no comment", ColumnChange::dropComment,
            "not null", column -> column.fillNull(Value.of("-")).notNull(),
            "type", column -> column.type(string(60)),
            "type and not null",
                    column -> column.type(string(60)).fillNull(Value.of("-")).notNull(),
            "name", column -> column.renameTo("name"),
            "name and type", column -> column.type(string(60)).renameTo("name"));

    private static void labels(Schema schema) {
        schema.createTable("labels", t -> {
            t.column("id", integer()).identity().primaryKey();
            t.column("label", string(50))
                    .defaultTo("none")
                    .comment("as shown")
                    .with(MYSQL, "COLLATE utf8mb4_bin INVISIBLE");
            t.column("changed_at", datetime())
                    .comment("the last time")
                    .defaultTo(Value.currentTimestamp())
                    .with(MYSQL, "ON UPDATE CURRENT_TIMESTAMP(6)");
            t.column("place", integer());
            t.column("length", integer()).generatedAs("place + 1").comment("counted");
        });
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_text_keeps_its_collation_and_stays_hidden(TestDatabase database) throws SQLException {
        for (Map.Entry<String, Consumer<ColumnChange>> change : CHANGES.entrySet()) {
            String definition = changed(database, "label", change.getValue());

            assertThat(definition).as(change.getKey()).contains("utf8mb4_bin").containsPattern("INVISIBLE");
            String asked = change.getKey();
            if (!asked.contains("default")) {
                assertThat(definition).as(asked).contains("DEFAULT 'none'");
            }
            if (!asked.contains("comment")) {
                assertThat(definition).as(asked).contains("COMMENT 'as shown'");
            }
            if (!asked.contains("not null")) {
                assertThat(definition).as(asked).doesNotContain("NOT NULL");
            }
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_time_keeps_what_an_update_sets(TestDatabase database) throws SQLException {
        List<Consumer<ColumnChange>> changes = List.of(
                column -> column.comment("then"),
                column -> column.notNull(),
                ColumnChange::dropDefault,
                column -> column.renameTo("touched_at"));
        for (Consumer<ColumnChange> change : changes) {
            assertThat(changed(database, "changed_at", change).toUpperCase(Locale.ROOT))
                    .containsOnlyOnce("ON UPDATE CURRENT_TIMESTAMP(6)")
                    .contains("COMMENT '");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_numbered_column_stays_numbered(TestDatabase database) throws SQLException {
        List<Consumer<ColumnChange>> changes =
                List.of(column -> column.comment("key"), column -> column.type(bigInteger()));
        for (Consumer<ColumnChange> change : changes) {
            assertThat(changed(database, "id", change)).contains("NOT NULL AUTO_INCREMENT");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_row_numbered_0_keeps_a_column_from_being_numbered_which_would_change_it(TestDatabase database)
            throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel tasks = run(
                    connection,
                    SchemaModel.empty(),
                    schema -> schema.createTable(
                            "tasks", t -> t.column("id", integer()).primaryKey()));
            TestRun.execute(connection, "INSERT INTO tasks (id) VALUES (0)");

            assertThatThrownBy(() -> run(
                            connection,
                            tasks,
                            schema -> schema.alterTable(
                                    "tasks", t -> t.column("id").identity())))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessageContaining("holds 0, in whose place MySQL puts another number");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_generated_column_stays_generated(TestDatabase database) throws SQLException {
        List<Consumer<ColumnChange>> changes = List.of(
                column -> column.comment("counted again"),
                column -> column.type(bigInteger()),
                column -> column.renameTo("size"));
        for (Consumer<ColumnChange> change : changes) {
            assertThat(changed(database, "length", change))
                    .contains("GENERATED ALWAYS AS")
                    .contains("STORED")
                    .contains("COMMENT 'counted");
        }
    }

    /** The line of SHOW CREATE TABLE that the column has after a change. */
    private static String changed(TestDatabase database, String column, Consumer<ColumnChange> change)
            throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun.execute(connection, "DROP TABLE IF EXISTS labels");
            SchemaModel labels = run(connection, SchemaModel.empty(), ColumnClauseTest::labels);
            TestRun.execute(connection, "INSERT INTO labels (label) VALUES (NULL)");
            int place = labels.table("labels")
                    .columns()
                    .indexOf(labels.table("labels").column(column));

            run(connection, labels, schema -> schema.alterTable("labels", t -> change.accept(t.column(column))));

            String whole =
                    TestRun.rows(connection, "SHOW CREATE TABLE labels").get(0).get(1);
            return whole.lines().toList().get(place + 1);
        }
    }

    private static SchemaModel run(Connection connection, SchemaModel before, Consumer<Schema> author)
            throws SQLException {
        List<Operation> operations = Schema.record(author).stream()
                .flatMap(operation -> operation.on(MYSQL).stream())
                .toList();
        return TestRun.of(connection, before, operations).on(connection);
    }
}
