package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;
import static dev.aludel.testing.coverage.Support.ONLINE_ONLY;

import dev.aludel.dsl.Schema;
import dev.aludel.model.Value;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.Shop;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** Rows that come of what others hold: by queries of every kind, and by Java. */
final class QueryFeatures {

    private QueryFeatures() {}

    static List<Feature> all() {
        return List.of(
                feature("insert what a query finds by a window", schema -> schema.insertInto("tags", "id", "name")
                                .select(
                                        "WITH ranked AS (SELECT id, name, row_number() OVER (ORDER BY name DESC) AS place FROM customers) SELECT id, name FROM ranked WHERE place = 1")
                                .reversedBy(s -> s.deleteFrom("tags").where("id = 2")))
                        .gives("SELECT id, name FROM tags", "2", "Grace"),
                feature("update rows by their places in an order", schema -> schema.update("customers")
                                .set("city", Value.expression("CASE ranked.place WHEN 1 THEN 'last' ELSE 'first' END"))
                                .fromQuery(
                                        "SELECT id, row_number() OVER (ORDER BY name DESC) AS place FROM customers",
                                        "ranked",
                                        "ranked.id = customers.id")
                                .reversedByNothing())
                        .gives("SELECT city FROM customers ORDER BY id", "first", "last"),
                feature("update rows by the last of others", schema -> schema.update("customers")
                                .set(
                                        "city",
                                        Value.expression(
                                                "(SELECT o.state FROM orders o WHERE o.customer_id = customers.id ORDER BY o.id DESC LIMIT 1)"))
                                .reversedByNothing())
                        .gives("SELECT city FROM customers ORDER BY id", "paid", "paid"),
                feature("take JSON apart, in each database's own words", schema -> schema.on(SQLITE)
                                .execute(
                                        "INSERT INTO tags (id, name) SELECT key, value FROM json_each('[\"a\", \"b\"]')")
                                .on(POSTGRESQL)
                                .execute(
                                        "INSERT INTO tags (id, name) SELECT place - 1, part FROM jsonb_array_elements_text('[\"a\", \"b\"]') WITH ORDINALITY AS parts(part, place)")
                                .on(MYSQL)
                                .execute(
                                        "INSERT INTO tags (id, name) SELECT place - 1, part FROM JSON_TABLE('[\"a\", \"b\"]', '$[*]' COLUMNS (place FOR ORDINALITY, part VARCHAR(10) PATH '$')) AS parts")
                                .reversedBy(s -> s.deleteFrom("tags").where("id < 2")))
                        .gives("SELECT id, name FROM tags ORDER BY id", "0", "a", "1", "b"),
                feature("write rows in Java", schema -> schema.run("tag the customers", (connection, model) -> {
                                    try (Statement statement = connection.createStatement()) {
                                        int columns = model.table("customers")
                                                .columns()
                                                .size();
                                        statement.executeUpdate("INSERT INTO tags (id, name) VALUES (1, '%d columns')"
                                                .formatted(columns));
                                    }
                                })
                                .reversedBy(s -> s.deleteFrom("tags").where("id = 1")))
                        .on(ONLINE_ONLY, DatabaseKind.values())
                        .gives("SELECT name FROM tags", "3 columns"),
                feature("create a procedure", schema -> schema.createProcedure("tag_all")
                                .on(
                                        POSTGRESQL,
                                        "CREATE PROCEDURE tag_all() LANGUAGE sql AS $$ INSERT INTO tags (id, name) VALUES (1, 'all') $$")
                                .on(MYSQL, "CREATE PROCEDURE tag_all() INSERT INTO tags (id, name) VALUES (1, 'all')")
                                .otherwiseNothing("SQLite has no procedures"))
                        .on(Support.LEFT_OUT, DatabaseKind.SQLITE));
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature("Data", name, change).from(QueryFeatures::withTags, Shop.ROWS.toArray(String[]::new));
    }

    private static void withTags(Schema schema) {
        Shop.create(schema);
        schema.createTable("tags", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(40)).notNull();
        });
    }
}
