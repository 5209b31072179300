package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The SQL of an offline run, with what each statement locks, in one file a case. Run with {@code -Dgolden.update=true} to
 * write the files anew.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static void shop(Schema schema) {
        schema.createTable("customers", t -> t.column("id", bigInteger()).primaryKey());
        schema.createTable("orders", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("customer_id", bigInteger())
                    .notNull()
                    .references("customers", "id")
                    .onDelete(CASCADE);
            t.column("state", string(20)).notNull().defaultTo("new");
            t.column("placed_at", datetime());
            t.column("note", string());
            t.check("ck_orders_state", "state <> ''");
            t.index("ix_orders_placed_at", "placed_at");
            t.index("ix_orders_customer_id", "customer_id", "placed_at");
        });
    }

    @Test
    void a_table_with_everything() throws IOException {
        golden(
                "create-table",
                SchemaModel.empty(),
                schema -> schema.createTable("order", t -> {
                    t.column("id", bigInteger()).primaryKey();
                    t.column("parent", bigInteger()).references("order", "id").onDelete(CASCADE);
                    t.column("rank", integer()).notNull().defaultTo(0);
                    t.column("price", decimal(12, 2)).notNull();
                    t.column("paid", bool()).notNull().defaultTo(false);
                    t.column("name", string(40)).unique().defaultTo("it's");
                    t.column("path", string(40)).defaultTo("C:\\");
                    t.column("note", text()).defaultTo("-");
                    t.column("extras", json()).defaultTo("{}");
                    t.column("at", datetime()).defaultTo(Value.currentTimestamp());
                    t.check("ck_order_price", "price >= 0");
                    t.index("ix_order_at", "at", "rank");
                }));
    }

    @Test
    void a_conversion_takes_indexes_along() throws IOException {
        alter("convert", t -> t.column("placed_at")
                .renameTo("placed_time")
                .type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(Value.runTimeMillis())
                .notNull());
    }

    @Test
    void a_conversion_under_the_same_name() throws IOException {
        alter("convert-in-place", t -> t.column("placed_at").type(bigInteger()).using(epochMillis(UTC)));
    }

    @Test
    void neighbouring_changes_of_a_table_become_one_statement() throws IOException {
        golden("fold", shop(), schema -> {
            schema.dropIndex("ix_orders_placed_at", "orders");
            schema.alterTable("orders", t -> {
                t.column("state").type(string(40));
                t.column("note").renameTo("remark").defaultTo("-");
                t.addColumn("quantity", integer()).notNull().defaultTo(1);
                t.addCheck("ck_orders_quantity", "quantity > 0");
            });
            schema.createIndex("ix_orders_state", "orders", "state").descending("placed_at");
            schema.renameIndex("ix_orders_customer_id", "orders").to("ix_orders_customer");
        });
    }

    @Test
    void another_table_or_a_data_step_ends_a_statement() throws IOException {
        golden("unfolded", shop(), schema -> {
            schema.createIndex("ix_orders_state", "orders", "state");
            schema.alterTable("customers", t -> t.addColumn("note", string(10)));
            schema.createIndex("ix_orders_note", "orders", "note");
            schema.update("orders").set("note", "\ud83d\ude80").where("note IS NULL");
            schema.alterTable("orders", t -> t.column("note").renameTo("remark"));
        });
    }

    @Test
    void indexes_of_a_table_come_and_go_in_one_statement_whatever_indexes_of_others_do_between() throws IOException {
        golden("indexes-of-two-tables", shop(), schema -> {
            schema.createIndex("ix_orders_state", "orders", "state");
            schema.createIndex("ix_customers_id", "customers", "id");
            schema.dropIndex("ix_orders_customer_id", "orders");
            schema.createIndex("ix_orders_customer_state", "orders", "customer_id", "state");
            schema.alterTable("customers", t -> t.addColumn("note", string(10)));
            schema.createIndex("ix_orders_note", "orders", "note");
        });
    }

    @Test
    void columns_are_filled_before_they_are_closed() throws IOException {
        alter("fill", t -> {
            t.column("note").fillNull(Value.of("none")).notNull();
            t.addColumn("channel", string(10)).notNull().fill(Value.of("web"));
            t.column("customer_id").nullable();
        });
    }

    @Test
    void the_last_index_of_a_foreign_key_goes() throws IOException {
        golden("foreign-key-index", shop(), schema -> schema.dropIndex("ix_orders_customer_id", "orders"));
    }

    private static void alter(String name, Consumer<TableAlteration> changes) throws IOException {
        golden(name, shop(), schema -> schema.alterTable("orders", changes));
    }

    private static SchemaModel shop() {
        return TestRun.of(SchemaModel.empty(), GoldenTest::shop).after();
    }

    private static void golden(String name, SchemaModel before, Consumer<Schema> author) throws IOException {
        TestRun run = TestRun.of(before, CompileContext.offline(TestRun.MYSQL_8), Schema.record(author));
        String sql = run.actions().stream().map(GoldenTest::written).collect(Collectors.joining("\n"));
        Path file = GOLDEN.resolve(name + ".sql");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(file));
    }

    private static String written(Action action) {
        if (action instanceof Check check) {
            return "-- check: %s\n%s;\n".formatted(check.summary(), check.query());
        }
        Statement statement = (Statement) action;
        return "-- %s\n-- lock: %s%s\n%s;\n"
                .formatted(
                        statement.summary(),
                        statement.lock().detail(),
                        statement
                                .leadsTo()
                                .map(probe -> "\n-- done when: " + words(probe))
                                .orElse(""),
                        statement.sql());
    }

    private static String words(Probe probe) {
        return "%s %s.%s is %s"
                .formatted(probe.kind(), probe.table(), probe.name(), probe.present() ? "there" : "gone");
    }
}
