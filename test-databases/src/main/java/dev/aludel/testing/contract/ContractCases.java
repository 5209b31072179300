package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.ReferentialAction.RESTRICT;
import static dev.aludel.model.ReferentialAction.SET_NULL;
import static dev.aludel.model.Value.currentTimestamp;
import static dev.aludel.model.Value.runTimeMillis;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** The changes of the contract, all of them of one small shop. */
final class ContractCases {

    private ContractCases() {}

    static List<ContractCase> all() {
        return List.of(
                change(
                        "creates a table with every kind of key",
                        schema -> schema.createTable("items", t -> {
                            t.column("order_id", bigInteger())
                                    .notNull()
                                    .references("orders", "id")
                                    .onDelete(CASCADE);
                            t.column("line", integer()).notNull();
                            t.column("sku", string(40)).unique().defaultTo("none");
                            t.column("price", decimal(12, 2)).notNull().defaultTo(Value.of(new BigDecimal("0.50")));
                            t.column("gift", bool()).notNull().defaultTo(false);
                            t.column("attributes", json());
                            t.column("added_at", datetime()).defaultTo(currentTimestamp());
                            t.primaryKey("order_id", "line");
                            t.check("ck_items_price", "price >= 0");
                            t.index("ix_items_line", "line", "sku");
                        })),
                change("drops a table", schema -> schema.dropTable("orders")),
                change("renames a table that others refer to", schema -> schema.renameTable("customers", "buyers")),
                alter("adds a nullable column", t -> t.addColumn("note", text())),
                alter(
                        "adds a column with a constant default",
                        t -> t.addColumn("priority", integer()).notNull().defaultTo(3)),
                alter(
                        "adds a column that must be filled",
                        t -> t.addColumn("origin", string(20)).notNull().fill(Value.of("web"))),
                alter(
                        "adds a column that is filled with the time of the run",
                        t -> t.addColumn("seen", bigInteger()).notNull().fill(runTimeMillis())),
                alter("adds a column with the clock as its default", t -> t.addColumn("updated_at", datetime())
                        .defaultTo(currentTimestamp())),
                alter("adds a column that refers to a table", t -> t.addColumn("payer_id", bigInteger())
                        .references("customers", "id")
                        .onDelete(SET_NULL)),
                alter("adds a unique column", t -> t.addColumn("code", string(20))
                        .unique()),
                alterCustomers("drops a column", t -> t.dropColumn("city")),
                alterCustomers("renames a column", t -> t.column("name").renameTo("full_name")),
                alter("renames a column that an index and a check hold on to", t -> t.column("state")
                        .renameTo("status")),
                alterCustomers("renames a column that a foreign key refers to", t -> t.column("id")
                        .renameTo("number")),
                alterCustomers(
                        "fills NULLs and forbids them",
                        t -> t.column("city").fillNull(Value.of("unknown")).notNull()),
                alterCustomers("allows NULLs", t -> t.column("name").nullable()),
                alter("sets a default", t -> t.column("state").defaultTo("new'ish")),
                alter("drops a default", t -> t.column("amount").dropDefault()),
                alter("widens a number", t -> t.column("amount").type(bigInteger())),
                alterCustomers("widens a text", t -> t.column("name").type(string(400))),
                alterCustomers("turns a string into a text without limit", t -> t.column("city")
                        .type(text())),
                alter(
                        "converts a date and time to milliseconds",
                        t -> t.column("placed_at").type(bigInteger()).using(epochMillis(UTC))),
                alter("converts, renames, fills and forbids NULLs at once", t -> t.column("placed_at")
                        .renameTo("placed_time")
                        .type(bigInteger())
                        .using(epochMillis(UTC))
                        .fillNull(runTimeMillis())
                        .notNull()),
                alter("makes many changes of one table at once", t -> {
                    t.column("placed_at")
                            .renameTo("placed_time")
                            .type(bigInteger())
                            .using(epochMillis(UTC))
                            .fillNull(Value.of(0))
                            .notNull();
                    t.column("amount").type(bigInteger()).dropDefault();
                    t.addColumn("note", string(200)).defaultTo("-");
                    t.addColumn("channel", string(20)).notNull().fill(Value.of("web"));
                    t.addUnique("note", "id");
                }),
                change("creates, renames and drops indexes", schema -> {
                    schema.createIndex("ix_orders_customer_state", "orders", "customer_id", "state");
                    schema.createIndex("ix_orders_placed", "orders").descending("placed_at");
                    schema.renameIndex("ix_orders_state", "orders").to("ix_orders_by_state");
                    schema.createIndex("uq_customers_name", "customers", "name").unique();
                }),
                change("drops an index", schema -> schema.dropIndex("ix_orders_state", "orders")),
                change("drops an index that isn't there, and creates one that is", schema -> {
                    schema.dropIndex("ix_nowhere", "orders").ifExists();
                    schema.createIndex("ix_orders_state", "orders", "state").ifNotExists();
                }),
                change("drops an index that a foreign key needs, and creates it again", schema -> {
                    schema.createIndex("ix_orders_customer", "orders", "customer_id");
                    schema.dropIndex("ix_orders_customer", "orders");
                }),
                alter("adds a foreign key with actions", t -> {
                    t.addColumn("parent_id", bigInteger());
                    t.addForeignKey("parent_id")
                            .references("orders", "id")
                            .onDelete(CASCADE)
                            .onUpdate(RESTRICT)
                            .named("fk_parent");
                }),
                alter("drops a foreign key", t -> t.dropForeignKey("customer_id")),
                alter("adds a unique constraint", t -> t.addUnique("customer_id", "id")),
                alterCustomers("drops a unique constraint", t -> t.dropUnique("name")),
                alter("adds a check", t -> t.addCheck("ck_orders_amount", "amount < 1000000")),
                alter("drops a check", t -> t.dropConstraint("ck_orders_state")),
                change("adds and drops primary keys", schema -> {
                    schema.createTable(
                            "tags", t -> t.column("label", string(40)).notNull());
                    schema.alterTable("tags", t -> t.addPrimaryKey("label"));
                    schema.createTable(
                            "marks", t -> t.column("label", string(40)).primaryKey());
                    schema.alterTable("marks", t -> t.dropPrimaryKey());
                }),
                change("updates rows", schema -> schema.update("orders")
                        .set("state", "open")
                        .where("state = 'new'")
                        .reversedBy(back ->
                                back.update("orders").set("state", "new").where("state = 'open'"))),
                change("names that are reserved words", schema -> {
                    schema.createTable("select", t -> {
                        t.column("order", integer()).primaryKey();
                        t.column("group by", string(20)).notNull().defaultTo("a'b");
                        t.index("index", "group by");
                    });
                    schema.alterTable("select", t -> t.column("group by").renameTo("having"));
                }),
                change("a data step between two changes of a table sees the table as it is then", schema -> {
                    schema.alterTable("customers", t -> t.addColumn("slug", string(80)));
                    schema.update("customers")
                            .set("slug", Value.expression("lower(name)"))
                            .reversedByNothing();
                    schema.alterTable("customers", t -> t.column("slug").notNull());
                }));
    }

    private static ContractCase alter(String name, Consumer<TableAlteration> changes) {
        return change(name, schema -> schema.alterTable("orders", changes));
    }

    private static ContractCase alterCustomers(String name, Consumer<TableAlteration> changes) {
        return change(name, schema -> schema.alterTable("customers", changes));
    }

    static ContractCase change(String name, Consumer<Schema> change) {
        return new ContractCase(name, Shop::create, Shop.ROWS, change);
    }
}
