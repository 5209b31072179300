package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.model.Value.currentTimestamp;
import static dev.aludel.model.Value.generatedUuid;
import static dev.aludel.model.Value.randomHex;
import static dev.aludel.testing.coverage.Support.EMULATED;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.Value;
import dev.aludel.testing.DatabaseKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What the database fills in when an insert leaves a column out. */
final class DefaultFeatures {

    private DefaultFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("default to a literal", schema -> {
                            schema.createTable("settings", t -> {
                                t.column("id", integer()).primaryKey();
                                t.column("label", string(20)).defaultTo("it's new");
                                t.column("size", integer()).defaultTo(3);
                                t.column("rate", decimal(6, 2)).defaultTo(Value.of(new BigDecimal("0.50")));
                                t.column("active", bool()).notNull().defaultTo(true);
                                t.column("remark", text()).defaultTo("none");
                            });
                            schema.execute("INSERT INTO settings (id) VALUES (1)")
                                    .reversedByNothing();
                        })
                        .gives("SELECT label, size, remark FROM settings WHERE active", "it's new", "3", "none"),
                feature("default to a JSON document", schema -> {
                            schema.createTable("settings", t -> {
                                t.column("id", integer()).primaryKey();
                                t.column("plain", json()).notNull().defaultTo("{}");
                                t.column("indexed", jsonBinary()).notNull().defaultTo("[]");
                            });
                            schema.execute("INSERT INTO settings (id) VALUES (1)")
                                    .reversedByNothing();
                        })
                        .gives("SELECT plain, indexed FROM settings", "{}", "[]"),
                feature(
                        "default to the time of the insert",
                        schema -> schema.createTable("settings", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("created_at", datetime()).notNull().defaultTo(currentTimestamp());
                            t.column("seen_at", timestampWithZone()).defaultTo(currentTimestamp());
                        })),
                feature("default to a new UUID", schema -> {
                            schema.createTable("settings", t -> {
                                t.column("id", integer()).primaryKey();
                                t.column("token", uuid()).notNull().defaultTo(generatedUuid());
                            });
                            schema.execute("INSERT INTO settings (id) VALUES (1), (2)")
                                    .reversedByNothing();
                        })
                        .gives("SELECT count(DISTINCT token) FROM settings", "2"),
                feature("default to an expression of each database's own", schema -> {
                            schema.createTable("settings", t -> {
                                t.column("id", integer()).primaryKey();
                                t.column("next_year", integer())
                                        .defaultTo(
                                                Value.expression(POSTGRESQL, "1 + extract(year FROM date '2024-05-06')")
                                                        .on(MYSQL, "1 + year('2024-05-06')")
                                                        .on(SQLITE, "1 + strftime('%Y', '2024-05-06')"));
                            });
                            schema.execute("INSERT INTO settings (id) VALUES (1)")
                                    .reversedByNothing();
                        })
                        .gives("SELECT next_year FROM settings", "2025"),
                orders("add a column that defaults to the time of the insert", t -> t.addColumn(
                                        "updated_at", timestampWithZone())
                                .notNull()
                                .defaultTo(currentTimestamp()))
                        .on(EMULATED, DatabaseKind.SQLITE),
                orders(
                                "add a column with a UUID in every row",
                                t -> t.addColumn("token", uuid()).notNull().defaultTo(generatedUuid()))
                        .on(EMULATED, DatabaseKind.SQLITE, DatabaseKind.MYSQL, DatabaseKind.MARIADB)
                        .gives("SELECT count(DISTINCT token) FROM orders", "3"),
                orders("add a column with random digits in every row", t -> t.addColumn("secret", string(64))
                                .notNull()
                                .fill(randomHex(32))
                                .unique())
                        .on(EMULATED, DatabaseKind.values())
                        .gives("SELECT count(DISTINCT secret), min(length(secret)) FROM orders", "3", "64"),
                orders(
                        "add a JSON column with a default",
                        t -> t.addColumn("attributes", json()).notNull().defaultTo("{}")),
                orders("set a default", t -> t.column("state").defaultTo("new")).on(EMULATED, DatabaseKind.SQLITE),
                orders("set a default that is computed", t -> t.column("placed_at")
                                .defaultTo(currentTimestamp()))
                        .on(EMULATED, DatabaseKind.SQLITE),
                orders("drop a default", t -> t.column("amount").dropDefault()).on(EMULATED, DatabaseKind.SQLITE));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Defaults", name, change);
    }

    private static Feature orders(String name, Consumer<TableAlteration> changes) {
        return Features.ofOrders("Defaults", name, changes);
    }
}
