package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** What can be done to a table as a whole, and to its columns. */
final class TableFeatures {

    private static final String SECTION = "Tables and columns";

    private TableFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature(
                        "create a table",
                        schema -> schema.createTable("items", t -> {
                            t.column("order_id", bigInteger()).notNull().references("orders", "id");
                            t.column("line", integer()).notNull();
                            t.column("sku", string(40)).unique();
                            t.primaryKey("order_id", "line");
                            t.check("ck_items_line", "line > 0");
                        })),
                feature("drop a table", schema -> schema.dropTable("orders")),
                feature("rename a table", schema -> schema.renameTable("customers", "buyers")),
                orders("add a column", t -> t.addColumn("note", string(40))),
                orders(
                        "add a column that existing rows need a value for",
                        t -> t.addColumn("origin", string(20)).notNull().fill(Value.of("web"))),
                orders("rename a column", t -> t.column("state").renameTo("status")),
                orders(
                                "forbid NULL",
                                t -> t.column("amount").fillNull(Value.of(0)).notNull())
                        .on(EMULATED, SQLITE),
                orders("change a type", t -> t.column("amount").type(bigInteger()))
                        .on(EMULATED, SQLITE),
                orders("drop a column", t -> t.dropColumn("amount")));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature(SECTION, name, change);
    }

    private static Feature orders(String name, Consumer<TableAlteration> changes) {
        return Features.ofOrders(SECTION, name, changes);
    }
}
