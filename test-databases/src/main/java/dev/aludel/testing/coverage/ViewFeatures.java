package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.LEFT_OUT;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.Shop;
import java.util.List;
import java.util.function.Consumer;

/** Views, plain and materialized. */
final class ViewFeatures {

    private static final DatabaseKind[] OTHERS = {DatabaseKind.SQLITE, DatabaseKind.MYSQL, DatabaseKind.MARIADB};

    private ViewFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("create a view", schema -> {
                            schema.createView("paid_orders", "SELECT id, customer_id FROM orders WHERE state = 'paid'");
                        })
                        .gives("SELECT id FROM paid_orders ORDER BY id", "11", "12"),
                feature(
                                "create a view of another query on some databases",
                                schema -> schema.createView("order_days", v -> {
                                    v.on(POSTGRESQL, "SELECT id, placed_at::date AS day FROM orders");
                                    v.on(MYSQL, "SELECT id, CAST(placed_at AS DATE) AS day FROM orders");
                                    v.otherwise("SELECT id, date(placed_at) AS day FROM orders");
                                }))
                        .gives("SELECT id FROM order_days WHERE day IS NULL", "11"),
                views(
                                "replace a view",
                                schema -> schema.replaceView(
                                        "open_orders", "SELECT id, state FROM orders WHERE state <> 'paid'"))
                        .gives("SELECT state FROM open_orders", "new"),
                views("drop a view", schema -> schema.dropView("open_orders")),
                views("rename a column of a view", schema -> schema.renameViewColumn("open_orders", "id", "number")
                                .otherwise("SELECT id AS number FROM orders WHERE state = 'new'"))
                        .on(EMULATED, OTHERS)
                        .gives("SELECT number FROM open_orders", "10"),
                views(
                                "change a table that a view shows",
                                schema -> schema.alterTable("orders", t -> {
                                    t.column("amount").type(bigInteger());
                                }))
                        .on(EMULATED, DatabaseKind.SQLITE)
                        .gives("SELECT id FROM open_orders", "10"),
                feature("create a materialized view", schema -> {
                            schema.createMaterializedView("order_states", v -> {
                                v.otherwise("SELECT state, count(*) AS number FROM orders GROUP BY state");
                                v.index("ix_order_states_state", "state").unique();
                                v.comment("how many orders there are in each state");
                            });
                        })
                        .on(REFUSED, OTHERS)
                        .gives("SELECT number FROM order_states WHERE state = 'paid'", "2"),
                feature(
                                "create a materialized view, or else a view",
                                schema -> schema.createMaterializedView("order_states", v -> {
                                    v.otherwise("SELECT state, count(*) AS number FROM orders GROUP BY state");
                                    v.otherwiseView();
                                }))
                        .on(EMULATED, OTHERS)
                        .gives("SELECT number FROM order_states WHERE state = 'paid'", "2"),
                feature("an index of a materialized view that ends in words of a database's own", schema -> {
                            schema.createMaterializedView("order_states", v -> {
                                v.otherwise("SELECT DISTINCT state FROM orders");
                                v.index("ix_order_states", "state").with(POSTGRESQL, "WITH (fillfactor = 70)");
                                v.otherwiseView();
                            });
                        })
                        .on(EMULATED, OTHERS),
                stored("refresh a materialized view", schema -> schema.refreshMaterializedView("states"))
                        .on(LEFT_OUT, OTHERS)
                        .gives("SELECT state FROM states ORDER BY state", "new", "paid"),
                stored("refresh a materialized view while it is read", schema -> {
                            schema.refreshMaterializedView("states").concurrently();
                        })
                        .on(LEFT_OUT, OTHERS)
                        .gives("SELECT state FROM states ORDER BY state", "new", "paid"),
                stored("rename a column of a materialized view", schema -> schema.renameViewColumn(
                                        "states", "state", "status")
                                .otherwise("SELECT DISTINCT state AS status FROM orders"))
                        .on(EMULATED, OTHERS),
                stored("rename an index of a materialized view", schema -> {
                            schema.renameViewIndex("ix_states", "states").to("uq_states");
                        })
                        .on(LEFT_OUT, OTHERS),
                stored("drop a materialized view", schema -> schema.dropView("states"))
                        .on(EMULATED, OTHERS));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Views", name, change);
    }

    private static Feature views(String name, Consumer<Schema> change) {
        return feature(name, change).from(ViewFeatures::shopWithView, Shop.ROWS.toArray(String[]::new));
    }

    private static Feature stored(String name, Consumer<Schema> change) {
        return feature(name, change).from(ViewFeatures::shopWithStoredView, Shop.ROWS.toArray(String[]::new));
    }

    private static void shopWithView(Schema schema) {
        Shop.create(schema);
        schema.createView("open_orders", "SELECT id FROM orders WHERE state = 'new'");
    }

    private static void shopWithStoredView(Schema schema) {
        Shop.create(schema);
        schema.createMaterializedView("states", v -> {
            v.otherwise("SELECT DISTINCT state FROM orders");
            v.otherwiseView();
            v.index("ix_states", "state").unique();
        });
    }
}
