package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.ReferentialAction.RESTRICT;
import static dev.aludel.model.ReferentialAction.SET_DEFAULT;
import static dev.aludel.model.ReferentialAction.SET_NULL;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import java.util.List;
import java.util.function.Consumer;

/** What a table's rows can be held to. */
final class ConstraintFeatures {

    private static final String SECTION = "Constraints";

    private ConstraintFeatures() {}

    static List<Feature> all() {
        return List.of(
                orders("a foreign key on a table that is there", t -> {
                            t.addColumn("parent_id", bigInteger());
                            t.addForeignKey("parent_id")
                                    .references("orders", "id")
                                    .onDelete(SET_NULL)
                                    .onUpdate(CASCADE);
                        })
                        .on(EMULATED, SQLITE),
                orders("a foreign key goes", t -> t.dropForeignKey("customer_id"))
                        .on(EMULATED, SQLITE),
                feature(
                        "what a foreign key does on delete and update",
                        schema -> schema.createTable("items", t -> {
                            t.column("id", bigInteger()).primaryKey();
                            t.column("order_id", bigInteger())
                                    .references("orders", "id")
                                    .onDelete(CASCADE);
                            t.column("buyer_id", bigInteger())
                                    .references("customers", "id")
                                    .onDelete(SET_NULL)
                                    .onUpdate(CASCADE);
                            t.column("payer_id", bigInteger())
                                    .references("customers", "id")
                                    .onDelete(RESTRICT)
                                    .onUpdate(RESTRICT);
                        })),
                feature(
                                "a foreign key that sets the default",
                                schema -> schema.createTable("items", t -> {
                                    t.column("id", bigInteger()).primaryKey();
                                    t.column("order_id", bigInteger())
                                            .references("orders", "id")
                                            .onDelete(SET_DEFAULT);
                                }))
                        .on(REFUSED, MYSQL, MARIADB),
                orders("a unique constraint on a table that is there", t -> t.addUnique("customer_id", "id")
                                .named("uq_orders_customer"))
                        .on(EMULATED, SQLITE),
                feature("a unique constraint goes", schema -> schema.alterTable("customers", t -> t.dropUnique("name")))
                        .on(EMULATED, SQLITE),
                orders("a check on a table that is there", t -> t.addCheck("ck_orders_amount", "amount >= 0"))
                        .on(EMULATED, SQLITE),
                orders("a check goes", t -> t.dropConstraint("ck_orders_state")).on(EMULATED, SQLITE),
                feature(
                        "a check of a new column",
                        schema -> schema.createTable("ratings", t -> {
                            t.column("id", bigInteger()).primaryKey();
                            t.column("stars", integer()).notNull().check("stars BETWEEN 1 AND 5");
                        })),
                feature("checks of one name on two tables", schema -> {
                            schema.createTable("shelves", t -> {
                                t.column("id", bigInteger()).primaryKey();
                                t.check("ck_positive", "id > 0");
                            });
                            schema.createTable("boxes", t -> {
                                t.column("id", bigInteger()).primaryKey();
                                t.check("ck_positive", "id > 0");
                            });
                        })
                        .on(REFUSED, MYSQL),
                feature(
                        "a name that is longer than the databases take",
                        schema -> schema.createTable("measurements_of_every_instrument_in_the_building", t -> {
                            t.column("id", bigInteger()).primaryKey();
                            t.column("responsible_customer_id", bigInteger()).references("customers", "id");
                        })),
                feature("an index goes that a foreign key needs", schema -> {
                            schema.createIndex("ix_orders_customer", "orders", "customer_id");
                            schema.dropIndex("ix_orders_customer", "orders");
                        })
                        .on(EMULATED, MYSQL, MARIADB),
                feature("an index goes that a foreign key needs, and then its table", schema -> {
                    schema.createTable("items", t -> {
                        t.column("id", bigInteger()).primaryKey();
                        t.column("order_id", bigInteger()).references("orders", "id");
                        t.index("ix_items_order", "order_id");
                    });
                    schema.dropIndex("ix_items_order", "items");
                    schema.dropTable("items");
                }));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature(SECTION, name, change);
    }

    private static Feature orders(String name, Consumer<TableAlteration> changes) {
        return Features.ofOrders(SECTION, name, changes);
    }
}
