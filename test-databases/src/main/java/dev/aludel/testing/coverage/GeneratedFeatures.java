package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import java.util.List;
import java.util.function.Consumer;

/** Columns whose values the database works out, and words of a database's own at the end of a definition. */
final class GeneratedFeatures {

    private GeneratedFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("create a generated column", schema -> {
                            schema.createTable("bills", t -> {
                                t.column("net", integer());
                                t.column("gross", integer()).generatedAs("net + net / 5");
                            });
                            schema.execute("INSERT INTO bills (net) VALUES (100)")
                                    .reversedByNothing();
                        })
                        .gives("SELECT gross FROM bills", "120"),
                feature(
                                "create a generated column that is not stored",
                                schema -> schema.createTable("bills", t -> {
                                    t.column("net", integer());
                                    t.column("gross", integer())
                                            .generatedAs("net + net / 5")
                                            .virtual();
                                }))
                        .on(REFUSED, POSTGRESQL),
                feature(
                                "add a generated column",
                                schema -> schema.alterTable("prices", t -> t.addColumn("doubled", integer())
                                        .generatedAs("net * 2")))
                        .from(GeneratedFeatures::prices, "INSERT INTO prices (net, label) VALUES (100, 'a')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT doubled FROM prices", "200"),
                feature(
                                "keep a generated column while the table changes",
                                schema -> schema.alterTable("prices", t -> {
                                    t.column("label").type(string(200)).notNull();
                                    t.addColumn("rank_in_list", bigInteger())
                                            .notNull()
                                            .defaultTo(1);
                                }))
                        .from(GeneratedFeatures::prices, "INSERT INTO prices (net, label) VALUES (100, 'a')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT gross FROM prices", "120"),
                feature("drop a generated column", schema -> schema.alterTable("prices", t -> t.dropColumn("gross")))
                        .from(GeneratedFeatures::prices, "INSERT INTO prices (net, label) VALUES (100, 'a')"),
                feature(
                        "end definitions in words of a database's own",
                        schema -> schema.createTable("labels", t -> {
                            t.column("code", string(10)).primaryKey().with(DialectId.POSTGRESQL, "COLLATE \"C\"");
                            t.column("label", string(40))
                                    .notNull()
                                    .with(DialectId.SQLITE, "COLLATE NOCASE")
                                    .with(DialectId.MYSQL, "COLLATE utf8mb4_bin");
                            t.with(DialectId.MYSQL, "ENGINE=InnoDB");
                            t.with(DialectId.POSTGRESQL, "WITH (fillfactor=70)");
                            t.with(DialectId.SQLITE, "WITHOUT ROWID");
                        })));
    }

    private static void prices(Schema schema) {
        schema.createTable("prices", t -> {
            t.column("net", integer());
            t.column("label", string(20));
            t.column("gross", integer()).generatedAs("net + net / 5");
        });
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Generated columns", name, change);
    }
}
