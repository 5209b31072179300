package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ReferentialAction.CASCADE;
import static dev.aludel.model.ReferentialAction.SET_NULL;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import java.util.List;
import java.util.function.Consumer;

/** The shapes of foreign keys, and what becomes of them when tables go. */
final class ForeignKeyFeatures {

    private static final String SECTION = "Constraints";

    private ForeignKeyFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature(
                        "a table that refers to itself",
                        schema -> schema.createTable("folders", t -> {
                            t.column("id", bigInteger()).primaryKey();
                            t.column("parent_id", bigInteger())
                                    .references("folders", "id")
                                    .onDelete(CASCADE);
                        })),
                feature("a table that refers to itself goes", schema -> {
                    schema.createTable("folders", t -> {
                        t.column("id", bigInteger()).primaryKey();
                        t.column("parent_id", bigInteger()).references("folders", "id");
                    });
                    schema.dropTable("folders");
                }),
                feature("a foreign key of several columns", schema -> {
                    schema.createTable("shelves", t -> {
                        t.column("room", string(20));
                        t.column("number", bigInteger());
                        t.primaryKey("room", "number");
                    });
                    schema.createTable("boxes", t -> {
                        t.column("id", bigInteger()).primaryKey();
                        t.column("room", string(20));
                        t.column("shelf", bigInteger());
                        t.foreignKey("room", "shelf")
                                .references("shelves", "room", "number")
                                .onDelete(SET_NULL);
                    });
                }),
                feature(
                        "a primary key that is a foreign key",
                        schema -> schema.createTable("order_notes", t -> {
                            t.column("order_id", bigInteger())
                                    .primaryKey()
                                    .references("orders", "id")
                                    .onDelete(CASCADE);
                            t.column("note", string(200));
                        })),
                feature(
                        "a foreign key to a unique column",
                        schema -> schema.createTable("nicknames", t -> {
                            t.column("id", bigInteger()).primaryKey();
                            t.column("customer_name", string(100))
                                    .references("customers", "name")
                                    .onUpdate(CASCADE);
                        })),
                feature("two tables that refer to each other", schema -> {
                            schema.createTable("people", t -> {
                                t.column("id", bigInteger()).primaryKey();
                                t.column("team_id", bigInteger());
                            });
                            schema.createTable("teams", t -> {
                                t.column("id", bigInteger()).primaryKey();
                                t.column("lead_id", bigInteger()).references("people", "id");
                            });
                            schema.alterTable(
                                    "people", t -> t.addForeignKey("team_id").references("teams", "id"));
                        })
                        .on(EMULATED, SQLITE),
                teams("two tables that refer to each other go", schema -> {
                            schema.dropTable("people").cascade();
                            schema.dropTable("teams");
                        })
                        .on(EMULATED, SQLITE),
                teams("a table goes, and the foreign keys that refer to it", schema -> {
                            schema.dropTable("teams").cascade();
                        })
                        .on(EMULATED, SQLITE)
                        .gives("SELECT name FROM people ORDER BY id", "Ada", "Grace"),
                teams("tables go if they are there, and the foreign keys that refer to them", schema -> {
                            schema.dropTable("teams").cascade().ifExists();
                            schema.dropTable("clubs").cascade().ifExists();
                        })
                        .on(EMULATED, SQLITE)
                        .gives("SELECT name FROM people ORDER BY id", "Ada", "Grace"),
                feature("a column of a foreign key and of a check under another name", schema -> {
                            schema.alterTable("members", t -> t.column("club").renameTo("team"));
                        })
                        .from(
                                ForeignKeyFeatures::checkedKey,
                                "INSERT INTO clubs (id) VALUES (7)",
                                "INSERT INTO members (id, club) VALUES (1, 7)")
                        .on(REFUSED, MYSQL)
                        .gives("SELECT team FROM members", "7"),
                feature("a column of a foreign key under another name, and its check anew", schema -> {
                            schema.alterTable("members", t -> {
                                t.dropConstraint("ck_members_club");
                                t.column("club").renameTo("team");
                                t.addCheck("ck_members_team", "team > 0");
                            });
                        })
                        .from(
                                ForeignKeyFeatures::checkedKey,
                                "INSERT INTO clubs (id) VALUES (7)",
                                "INSERT INTO members (id, club) VALUES (1, 7)")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT team FROM members", "7"));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature(SECTION, name, change);
    }

    private static Feature teams(String name, Consumer<Schema> change) {
        return feature(name, change)
                .from(
                        ForeignKeyFeatures::teamsAndPeople,
                        "INSERT INTO people (id, name) VALUES (1, 'Ada')",
                        "INSERT INTO people (id, name) VALUES (2, 'Grace')",
                        "INSERT INTO teams (id, lead_id) VALUES (7, 1)");
    }

    private static void checkedKey(Schema schema) {
        schema.createTable("clubs", t -> t.column("id", bigInteger()).primaryKey());
        schema.createTable("members", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("club", bigInteger()).references("clubs", "id");
            t.check("ck_members_club", "club > 0");
        });
    }

    private static void teamsAndPeople(Schema schema) {
        schema.createTable("people", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("name", string(50)).notNull();
            t.column("team_id", bigInteger());
        });
        schema.createTable("teams", t -> {
            t.column("id", bigInteger()).primaryKey();
            t.column("lead_id", bigInteger()).references("people", "id").onDelete(SET_NULL);
        });
        schema.alterTable("people", t -> t.addForeignKey("team_id").references("teams", "id"));
    }
}
