package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.doublePrecision;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.ReferentialAction.SET_DEFAULT;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.NewTable;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What these databases can't do, or would do other than asked, is refused before anything runs. */
class RefusalTest {

    private static void tasks(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50)).unique();
            t.column("at", datetime());
            t.column("price", decimal(10, 2));
            t.column("note", text());
            t.column("parent", integer()).references("tasks", "id");
            t.check("ck_tasks", "price > 0");
        });
    }

    @Test
    void casts_that_change_values() {
        assertRefused(
                t -> t.column("at").type(bigInteger()), "cannot go from DATETIME(6) to BIGINT by MySQL's own cast");
        assertRefused(t -> t.column("price").type(decimal(10, 1)), "cannot go from DECIMAL(10,2) to DECIMAL(10,1)");
        assertRefused(t -> t.column("price").type(integer()), "cannot go from DECIMAL(10,2) to INT");
        assertRefused(t -> t.column("price").type(doublePrecision()), "cannot go from DECIMAL(10,2) to DOUBLE");
        assertRefused(t -> t.column("name").type(integer()), "cannot go from VARCHAR(50) to INT");
    }

    @Test
    void types_and_defaults_that_there_are_not() {
        assertRefused(t -> t.addColumn("long", string(20_000)), "a string's length up to 16383, not 20000: use text()");
        assertRefused(t -> t.addColumn("n", decimal(70, 2)), "a decimal's precision up to 65, not 70");
        assertRefused(
                t -> t.addColumn("n", integer()).defaultTo(Value.currentTimestamp()),
                "cannot take the current timestamp, because its type INT holds no date or time");
    }

    @Test
    void keys_and_names_that_there_are_not() {
        assertRefused(
                t -> t.column("name").type(text()), "\"tasks_name_key\" is an index over column \"name\" of type TEXT");
        assertRefused(
                t -> t.addForeignKey("id").references("tasks", "id").onDelete(SET_DEFAULT),
                "SET DEFAULT, which InnoDB refuses");
        assertRefused(
                schema -> schema.createTable("others", t -> {
                    t.column("id", integer()).primaryKey();
                    t.check("CK_TASKS", "id > 0");
                }),
                TestRun.MYSQL_8,
                "has the name of one of table \"tasks\"");
        assertRefused(
                schema -> schema.createIndex("primary", "tasks", "name"),
                TestRun.MYSQL_8,
                "index \"primary\" cannot have this name");
        assertRefused(
                schema -> schema.createIndex("uq_note", "tasks")
                        .prefix("note", 20)
                        .unique(),
                TestRun.MYSQL_8,
                "is unique over a prefix of column \"note\"");
        assertRefused(
                schema -> schema.createIndex("ix_twice", "tasks", "parent", "parent"),
                TestRun.MYSQL_8,
                "names column \"parent\" twice");
    }

    @Test
    void conversions_of_columns_that_foreign_keys_hold_on_to() {
        SchemaModel schema = TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("at", datetime()).primaryKey();
                            t.column("before_at", datetime()).references("t", "at");
                        }))
                .after();

        assertThatThrownBy(() -> TestRun.of(
                        schema,
                        s -> s.alterTable(
                                "t", t -> t.column("at").type(bigInteger()).using(epochMillis(UTC)))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("is converted while foreign keys refer to it");
        assertThatThrownBy(() -> TestRun.of(
                        schema,
                        s -> s.alterTable(
                                "t",
                                t -> t.column("before_at").type(bigInteger()).using(epochMillis(UTC)))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("a column of foreign key \"t_before_at_fkey\" is converted");
    }

    @Test
    void conversions_and_names_of_columns_that_number_rows_or_that_others_are_generated_from() {
        SchemaModel schema = TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("id", integer()).identity().primaryKey();
                            t.column("net", integer());
                            t.column("gross", integer()).generatedAs("net * 2");
                        }))
                .after();

        assertRefused(schema, "id", "is numbered by the database, which can't convert its values as well");
        assertRefused(schema, "net", "is converted while the columns [gross] are generated from it");
        assertThatThrownBy(() -> TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> {
                            t.column("id", integer()).identity().primaryKey();
                            t.column("next", integer()).generatedAs("id + 1");
                        })))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("because the columns [next] are generated from it");
    }

    @Test
    void what_names_or_refers_to_a_numbered_column() {
        assertRefused(
                t -> t.column("id").identity(),
                "column \"id\" of table \"tasks\" is numbered while foreign keys refer to it: drop those before");
        assertRefused(
                numbered(t -> t.check("ck_others", "id > 0")),
                TestRun.MARIADB_10,
                "check constraint \"ck_others\" of table \"others\" names column \"id\", which the database numbers");
        assertRefused(
                numbered(t -> t.index("ix_others", "name").unique().where("id > 5")),
                TestRun.MYSQL_8,
                "index \"ix_others\" of table \"others\" is an expression that names column \"id\"");
        assertRefused(
                numbered(t -> t.index("ix_others", "name").expression("id + 1")),
                TestRun.MYSQL_8,
                "index \"ix_others\" of table \"others\" is an expression that names column \"id\"");
        TestRun plain = compile(
                Schema.record(numbered(t -> t.index("ix_others", "id").expression("lower(name)"))), TestRun.MYSQL_8);
        assertThat(plain.statements()).hasSize(1);
    }

    private static Consumer<Schema> numbered(Consumer<NewTable> more) {
        return schema -> schema.createTable("others", t -> {
            t.column("id", integer()).identity().primaryKey();
            t.column("name", string(20));
            more.accept(t);
        });
    }

    @Test
    void stored_columns_that_a_foreign_key_would_change() {
        Consumer<Schema> stored = schema -> schema.createTable("others", t -> {
            t.column("task", integer()).references("tasks", "id").onDelete(CASCADE);
            t.column("next", integer()).generatedAs("task + 1");
        });
        assertRefused(
                stored,
                TestRun.MYSQL_8,
                "column \"next\" of table \"others\" is generated and stored from a column of foreign key");
        assertThat(compile(Schema.record(stored), TestRun.MARIADB_10).statements())
                .hasSize(1);
    }

    private static void assertRefused(SchemaModel schema, String column, String message) {
        Conversion negated = Conversion.expression("-" + column, "-" + column);
        assertThatThrownBy(() -> TestRun.of(
                        schema,
                        s -> s.alterTable(
                                "t", t -> t.column(column).type(bigInteger()).using(negated))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining(message);
    }

    @Test
    void what_only_newer_servers_or_the_other_product_have() {
        ServerVersion old = new ServerVersion("MySQL", 8, 0, 12);
        assertRefused(
                s -> s.alterTable("tasks", t -> t.addCheck("ck_2", "price > 1")),
                old,
                "check constraint \"ck_2\" needs MySQL 8.0.16 or later");
        assertRefused(
                s -> s.alterTable("tasks", t -> t.addColumn("memo", text()).defaultTo("x")),
                old,
                "needs MySQL 8.0.13 or later");
        Operation overExpression = new CreateIndex(
                "tasks", new Index("ix", List.of(IndexPart.expression("lower(name)")), false, Optional.empty()), false);
        assertThatThrownBy(() -> compile(List.of(overExpression), TestRun.MARIADB_10))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining("which MariaDB doesn't have");
        assertRefused(
                s -> s.createIndex("uq", "tasks", "parent").unique().where("price > 5"),
                TestRun.MARIADB_10,
                "index \"uq\" is a unique index of some rows");
    }

    private static void assertRefused(Consumer<TableAlteration> changes, String message) {
        assertRefused(s -> s.alterTable("tasks", changes), TestRun.MYSQL_8, message);
    }

    private static void assertRefused(Consumer<Schema> author, ServerVersion version, String message) {
        assertThatThrownBy(() -> compile(Schema.record(author), version))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessageContaining(message);
    }

    private static TestRun compile(List<Operation> operations, ServerVersion version) {
        SchemaModel before = TestRun.of(SchemaModel.empty(), RefusalTest::tasks).after();
        return TestRun.of(before, CompileContext.online(version, 0), operations);
    }
}
