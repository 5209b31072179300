package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.REFUSED;

import dev.aludel.dsl.Schema;
import java.util.List;
import java.util.function.Consumer;

/** Rows that the database numbers. */
final class NumberingFeatures {

    private NumberingFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("rows numbered by an identity", schema -> {
                            schema.createTable("tickets", t -> {
                                t.column("id", bigInteger()).identity().primaryKey();
                                t.column("title", string(40));
                            });
                            schema.execute("INSERT INTO tickets (title) VALUES ('a'), ('b')")
                                    .reversedByNothing();
                        })
                        .gives("SELECT id, title FROM tickets ORDER BY id", "1", "a", "2", "b"),
                feature("rows numbered by a serial", schema -> {
                            schema.createTable("tickets", t -> {
                                t.column("id", integer()).serial().primaryKey();
                                t.column("title", string(40));
                            });
                            schema.execute("INSERT INTO tickets (title) VALUES ('a'), ('b')")
                                    .reversedByNothing();
                        })
                        .on(EMULATED, SQLITE, MYSQL, MARIADB)
                        .gives("SELECT id, title FROM tickets ORDER BY id", "1", "a", "2", "b"),
                feature(
                                "number the rows that are there",
                                schema -> schema.alterTable("tickets", t -> {
                                    t.addColumn("id", integer()).identity().primaryKey();
                                }))
                        .from(
                                schema -> schema.createTable("tickets", t -> t.column("title", string(40))),
                                "INSERT INTO tickets (title) VALUES ('a')",
                                "INSERT INTO tickets (title) VALUES ('b')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT count(DISTINCT id) FROM tickets", "2"),
                feature("number more rows than an integer counts", schema -> {
                            schema.alterTable("tickets", t -> t.column("id").type(bigInteger()));
                            schema.execute("INSERT INTO tickets (title) VALUES ('c')")
                                    .reversedBy(back -> back.execute("DELETE FROM tickets WHERE title = 'c'"));
                        })
                        .from(
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", integer()).serial().primaryKey();
                                    t.column("title", string(40));
                                }),
                                "INSERT INTO tickets (title) VALUES ('a')",
                                "INSERT INTO tickets (title) VALUES ('b')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT title FROM tickets WHERE id > 2", "c"),
                feature("go on numbering after other changes of the table", schema -> {
                            schema.alterTable("tickets", t -> {
                                t.column("title").renameTo("subject").notNull();
                                t.addColumn("state", string(10)).notNull().defaultTo("open");
                            });
                            schema.execute("INSERT INTO tickets (subject) VALUES ('c')")
                                    .reversedBy(back -> back.execute("DELETE FROM tickets WHERE subject = 'c'"));
                        })
                        .from(
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", bigInteger()).identity().primaryKey();
                                    t.column("title", string(40));
                                }),
                                "INSERT INTO tickets (title) VALUES ('a')",
                                "INSERT INTO tickets (title) VALUES ('b')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT subject FROM tickets WHERE id > 2", "c"),
                keyed("number a column by identity that is there", schema -> {
                            schema.alterTable("tickets", t -> t.column("id").identity());
                            schema.execute("INSERT INTO tickets (title) VALUES ('c')")
                                    .reversedBy(back -> back.execute("DELETE FROM tickets WHERE title = 'c'"));
                        })
                        .gives("SELECT id FROM tickets WHERE title = 'c'", "8"),
                keyed("number a column by serial that is there, as larger numbers", schema -> {
                            schema.alterTable(
                                    "tickets",
                                    t -> t.column("id").type(bigInteger()).serial());
                            schema.execute("INSERT INTO tickets (title) VALUES ('c')")
                                    .reversedBy(back -> back.execute("DELETE FROM tickets WHERE title = 'c'"));
                        })
                        .on(EMULATED, SQLITE, MYSQL, MARIADB)
                        .gives("SELECT id FROM tickets WHERE title = 'c'", "8"),
                feature(
                                "leave numbers to inserts again",
                                schema -> schema.alterTable("tickets", t -> {
                                    t.column("id").dropNumbering();
                                    t.column("title").notNull();
                                }))
                        .from(
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", bigInteger()).serial().primaryKey();
                                    t.column("title", string(40));
                                }),
                                "INSERT INTO tickets (title) VALUES ('a')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT id FROM tickets", "1"),
                feature(
                                "number a column that becomes the key",
                                schema -> schema.alterTable("tickets", t -> {
                                    t.column("id").notNull().dropDefault().identity();
                                    t.addPrimaryKey("id");
                                }))
                        .from(
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", integer()).defaultTo(1);
                                    t.column("title", string(40));
                                }),
                                "INSERT INTO tickets (id, title) VALUES (5, 'a')")
                        .on(EMULATED, SQLITE)
                        .gives("SELECT id FROM tickets", "5"),
                feature(
                                "number by identity what was a serial",
                                schema -> schema.alterTable("tickets", t -> {
                                    t.column("id").dropNumbering();
                                    t.column("id").identity().renameTo("number");
                                }))
                        .from(
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", integer()).serial().primaryKey();
                                    t.column("title", string(40));
                                }),
                                "INSERT INTO tickets (title) VALUES ('a')")
                        .on(EMULATED, SQLITE, MYSQL, MARIADB)
                        .gives("SELECT number FROM tickets", "1"),
                feature(
                                "number a key that others refer to",
                                schema -> schema.alterTable("customers", t -> {
                                    t.column("id").identity();
                                }))
                        .on(EMULATED, SQLITE)
                        .on(REFUSED, MYSQL, MARIADB),
                feature(
                                "check a number that the database gives",
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("id", bigInteger())
                                            .identity()
                                            .primaryKey()
                                            .check("id < 1000000");
                                }))
                        .on(REFUSED, MYSQL, MARIADB),
                feature(
                                "number a column that is no key",
                                schema -> schema.createTable("tickets", t -> {
                                    t.column("title", string(40)).primaryKey();
                                    t.column("place", integer()).identity();
                                }))
                        .on(REFUSED, SQLITE, MYSQL, MARIADB));
    }

    private static Feature keyed(String name, Consumer<Schema> change) {
        return feature(name, change)
                .from(
                        schema -> schema.createTable("tickets", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("title", string(40));
                        }),
                        "INSERT INTO tickets (id, title) VALUES (7, 'a')");
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Numbering", name, change);
    }
}
