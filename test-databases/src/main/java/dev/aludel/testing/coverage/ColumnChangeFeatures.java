package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** What stays of a column, and of those generated from it, while other things of it change. */
final class ColumnChangeFeatures {

    private ColumnChangeFeatures() {}

    static List<Feature> all() {
        return List.of(
                prices(
                                "constraints over a generated column beside other changes",
                                schema -> schema.alterTable("prices", t -> {
                                    t.column("label").fillNull(Value.of("?")).notNull();
                                    t.addUnique("gross");
                                    t.addCheck("ck_prices_gross", "gross > 0");
                                }))
                        .on(EMULATED, SQLITE)
                        .gives("SELECT gross FROM prices", "120"),
                prices(
                                "a new generated column and what holds it",
                                schema -> schema.alterTable("prices", t -> {
                                    t.addColumn("doubled", integer())
                                            .generatedAs("net * 2")
                                            .unique();
                                    t.addCheck("ck_prices_doubled", "doubled >= net");
                                }))
                        .on(EMULATED, SQLITE)
                        .gives("SELECT doubled FROM prices", "200"),
                prices(
                                "a generated column that changes itself",
                                schema -> schema.alterTable("prices", t -> {
                                    t.column("gross").type(bigInteger()).renameTo("total");
                                    t.column("label").notNull();
                                }))
                        .on(EMULATED, SQLITE)
                        .gives("SELECT total FROM prices", "120"),
                prices(
                                "a column gets another name that others are generated from",
                                schema -> schema.alterTable(
                                        "prices", t -> t.column("net").renameTo("price")))
                        .on(REFUSED, MYSQL)
                        .gives("SELECT gross FROM prices", "120"),
                prices(
                                "a column changes its type that others are generated from",
                                schema -> schema.alterTable(
                                        "prices", t -> t.column("net").type(bigInteger())))
                        .on(EMULATED, SQLITE)
                        .on(REFUSED, POSTGRESQL)
                        .gives("SELECT gross FROM prices", "120"),
                prices(
                                "a column gets another name between generated columns that go and come",
                                schema -> schema.alterTable("prices", t -> {
                                    t.dropColumn("gross");
                                    t.column("net").renameTo("price");
                                    t.addColumn("gross", integer()).generatedAs("price * 2");
                                }))
                        .on(EMULATED, SQLITE)
                        .gives("SELECT gross FROM prices", "200"),
                prices(
                        "generated columns go with those that they come from",
                        schema -> schema.alterTable("prices", t -> {
                            t.dropColumn("gross");
                            t.dropColumn("net");
                        })),
                feature(
                                "a column keeps its collation",
                                schema -> schema.alterTable("labels", t -> {
                                    t.column("label")
                                            .type(string(200))
                                            .notNull()
                                            .defaultTo("none")
                                            .comment("as shown");
                                    t.column("code").type(string(40)).renameTo("key_code");
                                }))
                        .from(
                                ColumnChangeFeatures::labels,
                                "INSERT INTO labels (id, label, code) VALUES (1, 'a', 'a')",
                                "INSERT INTO labels (id, label, code) VALUES (2, 'B', 'b')")
                        .on(EMULATED, SQLITE)
                        .gives(
                                "SELECT min(label), (SELECT count(*) FROM labels WHERE key_code = 'A') FROM labels",
                                "a",
                                "0"),
                feature(
                                "a column that is added with a check",
                                schema -> schema.alterTable("labels", t -> t.addColumn("stars", integer())
                                        .notNull()
                                        .defaultTo(3)
                                        .check("stars BETWEEN 1 AND 5")))
                        .from(ColumnChangeFeatures::labels, "INSERT INTO labels (id, label, code) VALUES (1, 'a', 'a')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT stars FROM labels", "3"));
    }

    private static void prices(Schema schema) {
        schema.createTable("prices", t -> {
            t.column("id", integer()).primaryKey();
            t.column("net", integer());
            t.column("label", string(20));
            t.column("gross", integer()).generatedAs("net + net / 5");
        });
    }

    private static void labels(Schema schema) {
        schema.createTable("labels", t -> {
            t.column("id", integer()).primaryKey();
            t.column("label", string(20))
                    .with(DialectId.SQLITE, "COLLATE NOCASE")
                    .with(DialectId.POSTGRESQL, "COLLATE \"und-x-icu\"");
            t.column("code", string(20)).with(DialectId.MYSQL, "COLLATE utf8mb4_bin");
        });
    }

    private static Feature prices(String name, Consumer<Schema> change) {
        return feature(name, change)
                .from(ColumnChangeFeatures::prices, "INSERT INTO prices (id, net, label) VALUES (1, 100, 'a')");
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Changes of columns", name, change);
    }
}
