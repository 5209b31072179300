package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.testing.coverage.Support.LEFT_OUT;

import dev.aludel.dsl.Schema;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.Shop;
import java.util.List;
import java.util.function.Consumer;

/** Triggers, functions, extensions, and what the database knows of a table's rows. */
final class TriggerFeatures {

    private static final DatabaseKind[] OTHERS = {DatabaseKind.SQLITE, DatabaseKind.MYSQL, DatabaseKind.MARIADB};

    private TriggerFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature(
                        "keep the time of a row's last change",
                        schema -> schema.updatedAtTrigger("orders", "placed_at")),
                feature("keep the time of a row's last change by a trigger of a given name", schema -> {
                    schema.updatedAtTrigger("orders", "placed_at").named("touch_orders");
                }),
                feature("drop a trigger of a given name", schema -> {
                    schema.updatedAtTrigger("orders", "placed_at").named("touch_orders");
                    schema.dropTrigger("touch_orders");
                }),
                triggers(
                        "stop keeping the time of a row's last change",
                        schema -> schema.dropUpdatedAtTrigger("orders", "placed_at")),
                triggers("change a row whose time is kept", schema -> schema.update("orders")
                                .set("state", "open")
                                .where("id = 11")
                                .reversedByNothing())
                        .gives("SELECT id FROM orders WHERE placed_at > '2026-01-01'", "11"),
                triggers(
                        "change a table that has a trigger",
                        schema -> schema.alterTable("orders", t -> {
                            t.addColumn("note", bigInteger()).defaultTo(0);
                            t.dropColumn("amount");
                        })),
                triggers("drop a table that has a trigger", schema -> schema.dropTable("orders")),
                feature("create a trigger", schema -> {
                    schema.createFunction("mark_new_order")
                            .on(
                                    POSTGRESQL,
                                    """
                                            CREATE FUNCTION mark_new_order() RETURNS trigger LANGUAGE plpgsql AS $$
                                            BEGIN
                                                NEW.amount = 1;
                                                RETURN NEW;
                                            END
                                            $$""")
                            .otherwiseNothing("other triggers need none");
                    schema.createTrigger("mark_new_orders", "orders")
                            .on(
                                    POSTGRESQL,
                                    "CREATE TRIGGER mark_new_orders BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION mark_new_order()")
                            .on(
                                    MYSQL,
                                    "CREATE TRIGGER mark_new_orders BEFORE INSERT ON orders FOR EACH ROW SET NEW.amount = 1")
                            .on(
                                    SQLITE,
                                    """
                                            CREATE TRIGGER mark_new_orders AFTER INSERT ON orders
                                            BEGIN
                                                UPDATE orders SET amount = 1 WHERE id = NEW.id;
                                            END""");
                }),
                feature("create a function", schema -> schema.createFunction("twice")
                                .on(
                                        POSTGRESQL,
                                        "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2'")
                                .on(MYSQL, "CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2")
                                .otherwiseNothing("SQLite's functions belong to the connection"))
                        .on(LEFT_OUT, DatabaseKind.SQLITE),
                feature("make sure of an extension", schema -> schema.createExtension("pgcrypto"))
                        .on(LEFT_OUT, OTHERS),
                feature("analyze a table", schema -> schema.analyze("orders")));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Triggers and functions", name, change);
    }

    private static Feature triggers(String name, Consumer<Schema> change) {
        return feature(name, change).from(TriggerFeatures::shopWithTrigger, Shop.ROWS.toArray(String[]::new));
    }

    private static void shopWithTrigger(Schema schema) {
        Shop.create(schema);
        schema.updatedAtTrigger("orders", "placed_at");
    }
}
