package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.ReferentialAction.SET_NULL;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dsl.ColumnChange;
import dev.aludel.dsl.Schema;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import dev.aludel.offline.Script;
import dev.aludel.operation.Conversion;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Leftover;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Statement;
import dev.aludel.testing.contract.LambdaHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The SQL as a person reads it, with its locks. Written anew by {@code -Dgolden.update=true}, and then reviewed. */
class GoldenSqlTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @Test
    void creates_tables_and_indexes() throws IOException {
        golden("create", online(GoldenSqlTest::shop));
    }

    @Test
    void drops_and_renames() throws IOException {
        golden("drop-and-rename", onlineAfter(GoldenSqlTest::shop, s -> {
            s.renameIndex("ix_orders_open", "orders").to("ix_orders_pending");
            s.dropIndex("ix_orders_total", "orders").ifExists();
            s.renameTable("orders", "purchases");
            s.alterTable("purchases", t -> t.dropConstraint("orders_customer_id_fkey"));
            s.dropTable("customers");
        }));
    }

    @Test
    void converts_dates_to_milliseconds_online() throws IOException {
        golden("epoch-up", onlineAfter(GoldenSqlTest::shop, GoldenSqlTest::toEpoch));
    }

    @Test
    void converts_dates_to_milliseconds_in_a_script() throws IOException {
        TestRun before = TestRun.of(SchemaModel.empty(), GoldenSqlTest::shop);
        golden("epoch-up-offline", TestRun.offline(before.after(), GoldenSqlTest::toEpoch));
    }

    @Test
    void converts_milliseconds_back() throws IOException {
        TestRun before = TestRun.of(SchemaModel.empty(), GoldenSqlTest::shop);
        TestRun up = TestRun.of(before.after(), GoldenSqlTest::toEpoch);
        List<Operation> down = new ArrayList<>(
                up.compiled().steps().get(0).steps().get(0).operation().reverse(before.after()));
        Collections.reverse(down);
        golden("epoch-down", TestRun.of(up.after(), down));
    }

    @Test
    void converts_dates_of_other_zones() throws IOException {
        golden(
                "epoch-zones",
                onlineAfter(
                        GoldenSqlTest::shop,
                        s -> s.alterTable("orders", t -> {
                            t.column("placed_at").type(bigInteger()).using(epochMillis(ZoneId.of("+05:30")));
                            t.column("paid_at").type(bigInteger()).using(epochMillis(ZoneId.of("Europe/Paris")));
                        })));
    }

    @Test
    void changes_columns() throws IOException {
        golden("alter-columns", onlineAfter(GoldenSqlTest::shop, s -> {
            s.alterTable("customers", t -> {
                t.column("name").type(string(200)).defaultTo("nobody");
                t.column("user").fillNull(Value.of("it's C:\\me")).notNull();
                t.column("active").dropDefault().nullable();
                t.column("joined_at").type(timestampWithZone());
            });
            s.alterTable("orders", t -> {
                t.column("total").type(decimal(14, 2)).fillNull(Value.of(0)).notNull();
                t.column("notes").type(json()).using(Conversion.expression("to_json(notes)", "notes #>> '{}'"));
            });
            s.update("customers").set("joined_at", Value.currentTimestamp()).where("joined_at IS NULL");
        }));
    }

    @Test
    void adds_columns() throws IOException {
        golden(
                "add-columns",
                onlineAfter(
                        GoldenSqlTest::shop,
                        s -> s.alterTable("customers", t -> {
                            t.addColumn("email", text());
                            t.addColumn("level", integer()).notNull().defaultTo(1);
                            t.addColumn("origin", string(20))
                                    .notNull()
                                    .fill(Value.of("import"))
                                    .defaultTo("web");
                            t.addColumn("since", bigInteger()).notNull().fill(Value.runTimeMillis());
                            t.addColumn("slug", text()).notNull().fill(Value.expression("lower(name)"));
                            t.addColumn("code", integer()).notNull();
                            t.addColumn("parent_id", integer())
                                    .references("customers", "id")
                                    .onDelete(SET_NULL);
                        })));
    }

    @Test
    void changes_constraints() throws IOException {
        golden(
                "constraints",
                onlineAfter(
                        GoldenSqlTest::shop,
                        s -> s.alterTable("orders", t -> {
                            t.dropForeignKey("customer_id");
                            t.dropPrimaryKey();
                            t.addPrimaryKey("id", "customer_id");
                            t.addUnique("total", "id");
                            t.addCheck("orders_total_check", "total >= 0");
                            t.addForeignKey("customer_id")
                                    .references("customers", "id")
                                    .onDelete(CASCADE)
                                    .named("fk_customer");
                        })));
    }

    @Test
    void builds_and_drops_indexes_while_others_go_on() throws IOException {
        golden("concurrent-indexes", onlineAfter(GoldenSqlTest::shop, s -> {
            s.createIndex("ix_customers_joined", "customers", "joined_at").concurrently();
            s.createIndex("ix_orders_paid", "orders", "paid_at")
                    .unique()
                    .ifNotExists()
                    .where("paid_at IS NOT NULL")
                    .concurrently();
            s.dropIndex("ix_orders_total", "orders").concurrently();
            s.dropIndex("ix_orders_gone", "orders").ifExists().concurrently();
        }));
    }

    @Test
    void leaves_the_transaction_in_a_script_for_what_must_run_outside() throws IOException {
        LambdaHistory history = new LambdaHistory()
                .then("0001_tables", GoldenSqlTest::shop)
                .then("0002_index", s -> s.createIndex("ix_customers_joined", "customers", "joined_at")
                        .concurrently())
                .then("0003_between", s -> {
                    s.alterTable("orders", t -> t.addColumn("state", text()));
                    s.createIndex("ix_orders_state", "orders", "state").concurrently();
                    s.dropIndex("ix_orders_total", "orders").concurrently();
                    s.update("orders")
                            .set("state", "open")
                            .where("paid_at IS NULL")
                            .reversedByNothing();
                });
        Script.Builder script = Script.of(history, new PostgresDialect());
        golden(
                "concurrent-indexes-script",
                script.upgrade("0001_tables:0003_between").toString() + script.downgrade("0003_between:0001_tables"));
    }

    private static void shop(Schema schema) {
        schema.createTable("customers", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(100)).notNull().unique();
            t.column("user", string());
            t.column("active", bool()).notNull().defaultTo(true);
            t.column("joined_at", datetime()).defaultTo(Value.currentTimestamp());
        });
        schema.createTable("orders", t -> {
            t.column("id", integer()).primaryKey();
            t.column("customer_id", integer())
                    .notNull()
                    .references("customers", "id")
                    .onDelete(CASCADE);
            t.column("total", decimal(12, 2));
            t.column("notes", text());
            t.column("placed_at", datetime());
            t.column("paid_at", datetime());
            t.index("ix_orders_total", "total");
        });
        schema.createIndex("ix_orders_open", "orders", "placed_at")
                .descending("id")
                .unique()
                .where("paid_at IS NULL");
    }

    private static void toEpoch(Schema schema) {
        schema.alterTable("orders", t -> {
            toEpoch(t.column("placed_at").renameTo("placed_time"));
            toEpoch(t.column("paid_at").renameTo("paid_time"));
        });
    }

    private static void toEpoch(ColumnChange column) {
        column.type(bigInteger())
                .using(epochMillis(UTC))
                .fillNull(Value.runTimeMillis())
                .notNull();
    }

    private static TestRun online(Consumer<Schema> author) {
        return TestRun.of(SchemaModel.empty(), author);
    }

    private static TestRun onlineAfter(Consumer<Schema> before, Consumer<Schema> author) {
        return TestRun.of(online(before).after(), author);
    }

    private static void golden(String name, TestRun run) throws IOException {
        golden(name, run.actions().stream().map(GoldenSqlTest::shown).collect(Collectors.joining("\n")));
    }

    private static void golden(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".sql");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String shown(Action action) {
        if (action instanceof Check check) {
            return "-- %s%s: %s. %s\n%s;\n"
                    .formatted(
                            check.precondition() ? "first " : "",
                            check.summary(),
                            check.failure().problem(),
                            check.failure().advice(),
                            check.query());
        }
        Statement statement = (Statement) action;
        return "-- %s%s\n%s%s;\n"
                .formatted(
                        shown(statement.lock()),
                        statement.transactional() ? "" : "; outside any transaction",
                        statement.leftover().map(GoldenSqlTest::shown).orElse(""),
                        statement.sql());
    }

    private static String shown(Leftover leftover) {
        return "-- where this finds something, it is cleared away first:\n%s;\n%s;\n"
                .formatted(leftover.query(), leftover.removal());
    }

    private static String shown(LockImpact lock) {
        return "%s: %s%s".formatted(lock.level(), lock.detail(), lock.rewritesTable() ? "; copies the rows" : "");
    }
}
