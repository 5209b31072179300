package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.fixedString;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.operation.Conversion.epochMillis;
import static dev.aludel.operation.Conversion.expression;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

class AlterTableTest {

    private static void tasks(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50)).defaultTo("none");
            t.column("created_at", datetime());
            t.column("size", integer());
            t.check("ck_size", "size < 100");
            t.index("ix_name", "name", "created_at");
            t.unique("created_at", "id");
        });
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void indexes_uniques_and_checks_over_a_converted_column_come_along(TestDatabase database) throws SQLException {
        Table table = altered(database, t -> {
            t.column("created_at").type(bigInteger()).using(epochMillis(UTC));
            t.column("size")
                    .renameTo("length")
                    .type(string(10))
                    .using(expression("CONCAT(size, ' m')", "CAST(length AS UNSIGNED)"));
            t.dropConstraint("ck_size");
        });

        assertThat(table.findIndex("ix_name")).isPresent();
        assertThat(table.uniqueConstraints()).singleElement().satisfies(unique -> assertThat(unique.columns())
                .containsExactly("created_at", "id"));
        assertThat(rows(database, "SELECT created_at, length FROM tasks ORDER BY id"))
                .containsExactly(List.of("1735787045000", "7 m"), List.of("null", "null"));
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_check_over_a_converted_column_is_stated_anew(TestDatabase database) throws SQLException {
        Table table = altered(database, t -> t.column("size")
                .renameTo("length")
                .type(bigInteger())
                .using(expression("size * 2", "length DIV 2"))
                .fillNull(Value.of(1))
                .notNull());

        assertThat(table.checkConstraints()).singleElement().satisfies(check -> assertThat(check.expression())
                .isEqualTo("length < 100"));
        assertThat(rows(database, "SELECT length FROM tasks ORDER BY id")).containsExactly(List.of("14"), List.of("1"));
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void what_does_not_fit_the_new_type_stops_it_with_keys_and_values(TestDatabase database) throws SQLException {
        assertStops(
                database,
                t -> t.column("name").type(string(2)),
                "column \"name\" of table \"tasks\" holds values that don't fit VARCHAR(2) [[1, 1, first]]");
        assertStops(
                database,
                t -> t.column("name").notNull(),
                "column \"name\" of table \"tasks\" is to be NOT NULL, but holds NULL [[1, 2, null]]");
        assertStops(
                database,
                t -> t.addColumn("must", integer()).notNull(),
                "column \"must\" is to be added to table \"tasks\" as NOT NULL, but there are rows, and nothing says what they get [[2, 1], [2, 2]]");
        database.execute("UPDATE tasks SET name = 'blank '");
        assertStops(
                database,
                t -> t.column("name").type(fixedString(50)),
                "column \"name\" of table \"tasks\" holds values that don't fit CHAR(50) [[2, 1, blank ], [2, 2, blank ]]");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void changes_that_build_on_each_other_give_what_one_by_one_would(TestDatabase database) throws SQLException {
        Table table = altered(
                database,
                t -> {
                    t.column("name").fillNull(Value.of("?"));
                    t.column("name").renameTo("title").notNull();
                    t.column("title").type(text()).dropDefault().nullable();
                    t.addColumn("name", integer()).fill(Value.expression("id + 1"));
                    t.column("name").renameTo("number").defaultTo(4);
                    t.dropColumn("number");
                },
                s -> s.dropIndex("ix_name", "tasks"));

        assertThat(table.columns())
                .extracting(column -> column.name())
                .containsExactly("id", "title", "created_at", "size");
        assertThat(table.column("title").type()).isEqualTo(text());
        assertThat(rows(database, "SELECT title FROM tasks ORDER BY id"))
                .containsExactly(List.of("first"), List.of("?"));
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_nullable_column_without_its_default_may_still_be_left_out(TestDatabase database) throws SQLException {
        altered(database, t -> t.column("name").dropDefault());

        database.execute("INSERT INTO tasks (id) VALUES (3)");

        assertThat(rows(database, "SELECT name FROM tasks WHERE id = 3")).containsExactly(List.of("null"));
    }

    private static Table altered(TestDatabase database, Consumer<TableAlteration> changes) throws SQLException {
        return altered(database, changes, s -> {});
    }

    /** The table after {@code first} and then {@code changes}; its shape is the model's. */
    private static Table altered(TestDatabase database, Consumer<TableAlteration> changes, Consumer<Schema> first)
            throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = create(connection);
            SchemaModel after = TestRun.of(connection, before, s -> {
                        first.accept(s);
                        s.alterTable("tasks", changes);
                    })
                    .on(connection);
            Table read = new MysqlInspector().table(connection, "tasks").orElseThrow();
            assertThat(read.columns()).isEqualTo(after.table("tasks").columns());
            assertThat(read.indexes())
                    .containsExactlyInAnyOrderElementsOf(after.table("tasks").indexes());
            return read;
        }
    }

    private static void assertStops(TestDatabase database, Consumer<TableAlteration> changes, String message)
            throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel before = new MysqlInspector().table(connection, "tasks").isPresent()
                    ? TestRun.of(SchemaModel.empty(), AlterTableTest::tasks).after()
                    : create(connection);
            TestRun run = TestRun.of(connection, before, s -> s.alterTable("tasks", changes));
            assertThatThrownBy(() -> run.on(connection))
                    .isInstanceOf(TestRun.CheckFound.class)
                    .hasMessage(message);
        }
    }

    private static SchemaModel create(Connection connection) throws SQLException {
        SchemaModel schema = TestRun.of(connection, SchemaModel.empty(), AlterTableTest::tasks)
                .on(connection);
        TestRun.execute(
                connection, "INSERT INTO tasks VALUES (1, 'first', '2025-01-02 03:04:05', 7), (2, NULL, NULL, NULL)");
        return schema;
    }

    private static List<List<String>> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return TestRun.rows(connection, query);
        }
    }
}
