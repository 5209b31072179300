package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.operation.Conversion.epochMillis;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.LEFT_OUT;
import static java.time.ZoneOffset.UTC;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** Columns whose rows get other values on the way, and several changes of one table in one revision. */
final class FillFeatures {

    private FillFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature(
                                "turn dates into milliseconds",
                                schema -> schema.alterTable("orders", t -> t.column("placed_at")
                                        .renameTo("placed_time")
                                        .type(bigInteger())
                                        .using(epochMillis(UTC))
                                        .fillNull(Value.of(0))
                                        .notNull()))
                        .on(EMULATED, SQLITE, MYSQL, MARIADB)
                        .gives("SELECT placed_time FROM orders ORDER BY id", "1735787045678", "0", "-1"),
                feature("fill a new column, forbid NULL in it, and make it unique", schema -> {
                            schema.alterTable("orders", t -> t.addColumn("token", bigInteger()));
                            schema.update("orders")
                                    .set("token", Value.expression("id * 7"))
                                    .reversedByNothing();
                            schema.alterTable("orders", t -> {
                                t.column("token").notNull();
                                t.addUnique("token");
                            });
                            schema.createIndex("ix_orders_token_state", "orders", "token", "state");
                        })
                        .on(EMULATED, SQLITE)
                        .gives("SELECT token FROM orders ORDER BY id", "70", "77", "84"),
                feature(
                                "several changes of a table at once",
                                schema -> schema.alterTable("orders", t -> {
                                    t.addColumn("note", string(40));
                                    t.column("state").renameTo("status").type(string(40));
                                    t.dropConstraint("ck_orders_state");
                                    t.addCheck("ck_orders_status", "status <> '?'");
                                    t.dropColumn("amount");
                                }))
                        .on(EMULATED, SQLITE),
                feature("an index that is built while others write", schema -> schema.createIndex(
                                        "ix_orders_placed_at", "orders", "placed_at")
                                .concurrently())
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                feature(
                                "leave a change out on a database",
                                schema -> schema.skipOn(
                                        DialectId.SQLITE,
                                        "its file is read by nobody but the shop",
                                        s -> s.createIndex("ix_orders_placed_at", "orders", "placed_at")))
                        .on(LEFT_OUT, SQLITE),
                feature(
                                "make a change on one database only",
                                schema -> schema.onlyOn(
                                        DialectId.POSTGRESQL,
                                        s -> s.createIndex("ix_orders_placed_at", "orders", "placed_at")))
                        .on(LEFT_OUT, SQLITE, MYSQL, MARIADB));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Tables and columns", name, change);
    }
}
