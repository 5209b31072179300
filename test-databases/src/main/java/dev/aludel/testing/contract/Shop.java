package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ReferentialAction.CASCADE;

import dev.aludel.dsl.Schema;
import java.util.List;

/** A small shop of customers and their orders, with rows: what changes are tried on. */
public final class Shop {

    /** SQL that fills it, understood by every database. */
    public static final List<String> ROWS = List.of(
            "INSERT INTO customers (id, name, city) VALUES (1, 'Ada', 'London')",
            "INSERT INTO customers (id, name, city) VALUES (2, 'Grace', NULL)",
            "INSERT INTO orders (id, customer_id, state, placed_at) VALUES (10, 1, 'new', '2025-01-02 03:04:05.678000')",
            "INSERT INTO orders (id, customer_id, state, placed_at) VALUES (11, 2, 'paid', NULL)",
            "INSERT INTO orders (id, customer_id, state, placed_at) VALUES (12, 1, 'paid', '1969-12-31 23:59:59.999000')");

    private Shop() {}

    /** Its two tables. */
    public static void create(Schema schema) {
        schema.createTable("customers", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("name", string(100)).notNull().unique();
            t.column("city", string(50));
        });
        schema.createTable("orders", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("customer_id", bigInteger())
                    .notNull()
                    .references("customers", "id")
                    .onDelete(CASCADE);
            t.column("state", string(20)).notNull();
            t.column("amount", integer()).defaultTo(0);
            t.column("placed_at", datetime());
            t.check("ck_orders_state", "state <> ''");
            t.index("ix_orders_state", "state");
        });
    }
}
