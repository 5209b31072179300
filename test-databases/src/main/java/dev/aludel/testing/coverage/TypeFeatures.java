package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.array;
import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.binary;
import static dev.aludel.model.ColumnType.bool;
import static dev.aludel.model.ColumnType.date;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.doublePrecision;
import static dev.aludel.model.ColumnType.fixedString;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.smallInteger;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.time;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.ColumnType.uuid;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.DialectId;
import java.util.List;
import java.util.function.Consumer;

/** What a column can hold. */
final class TypeFeatures {

    private TypeFeatures() {}

    static List<Feature> all() {
        return List.of(
                type("text of any length, indexable", t -> t.addColumn("note", string()))
                        .on(EMULATED, MYSQL, MARIADB),
                type("text of at most n characters", t -> t.addColumn("note", string(40))),
                type("text of up to 768 characters with an index", t -> {
                    t.addColumn("path", string(768)).unique();
                }),
                type("longer text with an index", t -> t.addColumn("path", string(769))
                                .unique())
                        .on(REFUSED, MYSQL, MARIADB),
                type("text of exactly n characters", t -> t.addColumn("hash", fixedString(64))),
                type("long text", t -> t.addColumn("note", text())),
                type("whole numbers", t -> {
                    t.addColumn("small", smallInteger());
                    t.addColumn("middle", integer());
                    t.addColumn("big", bigInteger());
                }),
                type("true or false", t -> t.addColumn("gift", bool())),
                type("floating point", t -> t.addColumn("score", doublePrecision())),
                type("exact decimals", t -> t.addColumn("price", decimal(18, 8))),
                type("date and time without a zone", t -> t.addColumn("seen", datetime())),
                type("an instant", t -> t.addColumn("seen", timestampWithZone()))
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                type("a date, a time of day", t -> {
                    t.addColumn("day", date());
                    t.addColumn("hour_of_day", time());
                }),
                type("a JSON document", t -> t.addColumn("attributes", json())),
                type("a JSON document in indexable form", t -> t.addColumn("attributes", jsonBinary()))
                        .on(EMULATED, SQLITE, MYSQL, MARIADB),
                type("at most n bytes", t -> t.addColumn("digest", binary(32))).on(EMULATED, SQLITE, POSTGRESQL),
                type("bytes of any length", t -> t.addColumn("picture", binary())),
                type("text with room for n characters", t -> t.addColumn("body", text(1_000_000)))
                        .on(EMULATED, SQLITE, POSTGRESQL),
                type("an array", t -> t.addColumn("tags", array(text()))).on(REFUSED, SQLITE, MYSQL, MARIADB),
                type("a type of each database's own", t -> {
                    t.addColumn(
                            "tags", array(text()).on(DialectId.SQLITE, "JSON").on(DialectId.MYSQL, "JSON"));
                    t.addColumn("token", uuid().on(DialectId.MYSQL, "BINARY(16)"));
                }),
                type("a UUID", t -> t.addColumn("token", uuid())).on(EMULATED, SQLITE, MYSQL));
    }

    private static Feature type(String name, Consumer<TableAlteration> changes) {
        return Features.ofOrders("Types", name, changes);
    }
}
