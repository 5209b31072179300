package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.enumeration;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;

import dev.aludel.dsl.Schema;
import dev.aludel.model.EnumType;
import java.util.List;
import java.util.function.Consumer;

/** Enums that tables share. */
final class EnumFeatures {

    private static final String[] ROWS = {
        "INSERT INTO parcels (id, stage) VALUES (1, 'draft')", "INSERT INTO parcels (id, stage) VALUES (2, 'sent')"
    };

    private EnumFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("create an enum, and tables that share it", schema -> {
                    EnumType mood = enumeration("mood", "good", "bad");
                    schema.createEnum(mood);
                    schema.createTable("guests", t -> t.column("mood", mood).notNull());
                    schema.createTable("visits", t -> t.column("mood", mood).defaultTo("good"));
                }),
                feature(
                        "add a value to an enum",
                        schema -> schema.alterEnum("stage", e -> {
                            e.addValue("lost");
                            e.addValue("approved").after("draft");
                        })),
                feature(
                                "rename a value of an enum",
                                schema -> schema.alterEnum("stage", e -> {
                                    e.renameValue("sent", "under way");
                                }))
                        .gives("SELECT id FROM parcels WHERE stage = 'under way'", "2"),
                feature(
                                "drop a value of an enum",
                                schema -> schema.alterEnum("stage", e -> {
                                    e.dropValue("sent").movingTo("draft");
                                }))
                        .gives("SELECT id FROM parcels WHERE stage = 'draft' ORDER BY id", "1", "2"),
                feature("a column of an enum in the place of another", schema -> {
                    EnumType stage = enumeration("stage", "draft", "sent");
                    schema.alterTable("parcels", t -> t.column("stage").renameTo("old_stage"));
                    schema.alterTable("parcels", t -> t.addColumn("stage", stage));
                    schema.alterEnum("stage", e -> e.addValue("lost"));
                }),
                feature("drop an enum", schema -> schema.dropEnum("unused")));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Enums", name, change)
                .from(EnumFeatures::parcels, ROWS)
                .on(EMULATED, SQLITE, MYSQL, MARIADB);
    }

    private static void parcels(Schema schema) {
        EnumType stage = enumeration("stage", "draft", "sent");
        schema.createEnum(stage);
        schema.createEnum(enumeration("unused", "a", "b"));
        schema.createTable("parcels", t -> {
            t.column("id", integer()).primaryKey();
            t.column("stage", stage).notNull().defaultTo("sent");
        });
    }
}
