package dev.aludel.testing.coverage;

import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static dev.aludel.testing.coverage.Support.EMULATED;
import static dev.aludel.testing.coverage.Support.ONLINE_ONLY;

import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.Value;
import dev.aludel.operation.Condition;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What can be done to rows. */
final class DataFeatures {

    private static final String SECTION = "Data";

    private static final String STATES = "SELECT id, state FROM orders ORDER BY id";

    private DataFeatures() {}

    static List<Feature> all() {
        return List.of(
                plans("insert rows", schema -> schema.insertInto("plans")
                                .row(r -> r.set("id", 3).set("name", "it's").setNull("size"))
                                .row(r -> r.set("id", 4).set("name", "b?\\").set("size", new BigDecimal("2.25")))
                                .row(r -> r.set("id", 5).set("name", Value.expression("lower('A B')"))))
                        .gives(
                                "SELECT id, name, size FROM plans ORDER BY id",
                                "1",
                                "free",
                                "null",
                                "3",
                                "it's",
                                "null",
                                "4",
                                "b?\\",
                                "2.25",
                                "5",
                                "a b",
                                "null"),
                plans("insert rows, and leave out those that break a key", schema -> schema.insertInto("plans")
                                .row(r -> r.set("id", 1).set("name", "other"))
                                .row(r -> r.set("id", 7).set("name", "free"))
                                .row(r -> r.set("id", 8).set("name", "new"))
                                .onConflictDoNothing()
                                .reversedBy(s -> s.deleteFrom("plans").row(r -> r.set("id", 8))))
                        .gives("SELECT id, name FROM plans ORDER BY id", "1", "free", "8", "new")
                        .on(EMULATED, MYSQL, MARIADB),
                plans("insert rows, unless there are such rows", schema -> schema.insertInto("plans")
                                .row(r -> r.set("id", 8).set("name", "free"))
                                .row(r -> r.set("id", 9).set("name", "team"))
                                .unlessSame("name")
                                .reversedBy(s -> s.deleteFrom("plans").where("name = ?", "team")))
                        .gives("SELECT id, name FROM plans ORDER BY id", "1", "free", "9", "team"),
                plans("insert what a query finds", schema -> schema.insertInto("plans", "id", "name")
                                .select("SELECT id, name FROM customers WHERE id > 1")
                                .reversedBy(s -> s.deleteFrom("plans").where("id = 2")))
                        .gives("SELECT id, name FROM plans ORDER BY id", "1", "free", "2", "Grace"),
                plans("insert what a query finds, and leave out what breaks a key", schema -> schema.insertInto(
                                        "plans", "id", "name")
                                .select("SELECT id, name FROM customers")
                                .onConflictDoNothing()
                                .reversedBy(s -> s.deleteFrom("plans").where("id = 2")))
                        .gives("SELECT id, name FROM plans ORDER BY id", "1", "free", "2", "Grace")
                        .on(EMULATED, MYSQL, MARIADB),
                plans("delete rows", schema -> schema.deleteFrom("plans")
                                .where("name = ? OR id IN (?)", "free", List.of(7, 8))
                                .reversedBy(s -> s.insertInto("plans")
                                        .row(r -> r.set("id", 1).set("name", "free"))))
                        .gives("SELECT count(*) FROM plans", "0"),
                plans("delete rows that a query of the same table chooses", schema -> schema.deleteFrom("plans")
                                .where("id IN (SELECT max(id) FROM plans)")
                                .reversedBy(s -> s.insertInto("plans")
                                        .row(r -> r.set("id", 1).set("name", "free"))))
                        .gives("SELECT count(*) FROM plans", "0")
                        .on(EMULATED, MYSQL, MARIADB),
                feature("update rows", schema -> schema.update("orders")
                                .set("state", "it's ?")
                                .where("state IN (?) AND id > ?", List.of("new", "pa?id"), 9)
                                .reversedByNothing())
                        .gives(STATES, "10", "it's ?", "11", "paid", "12", "paid"),
                feature("update rows from another table", schema -> schema.update("orders")
                                .set("state", Value.expression("c.name"))
                                .from("customers", "c", "c.id = orders.customer_id")
                                .where("c.city IS NOT NULL")
                                .reversedByNothing())
                        .gives(STATES, "10", "Ada", "11", "paid", "12", "Ada"),
                feature("update rows from a query of the same table", schema -> schema.update("orders")
                                .set("state", Value.expression("other.state"))
                                .fromQuery(
                                        "SELECT id + 1 AS id, state FROM orders WHERE id = 10",
                                        "other",
                                        "other.id = orders.id")
                                .reversedByNothing())
                        .gives(STATES, "10", "new", "11", "new", "12", "paid"),
                feature("update rows that a query of the same table chooses", schema -> schema.update("orders")
                                .set("state", "last")
                                .where("id = (SELECT max(id) FROM orders WHERE id < ?)", 12)
                                .reversedByNothing())
                        .gives(STATES, "10", "new", "11", "last", "12", "paid")
                        .on(EMULATED, MYSQL, MARIADB),
                feature("compare what may be NULL", schema -> schema.update("customers")
                                .set("city", "elsewhere")
                                .where(Condition.different("city", "'London'"))
                                .reversedByNothing())
                        .gives("SELECT city FROM customers ORDER BY id", "London", "elsewhere"),
                feature("several statements in one text", schema -> schema.execute(
                                        "UPDATE orders SET state = 'a;b' WHERE id = 10; -- one; two\nUPDATE orders SET state = ':name %' WHERE id = 11;")
                                .reversedByNothing())
                        .gives(STATES, "10", "a;b", "11", ":name %", "12", "paid"),
                feature("SQL of a file on the class path", schema -> schema.executeResource(
                                        DataFeatures.class, "states.sql")
                                .reversedByNothing())
                        .gives(STATES, "10", "from a file", "11", "paid", "12", "paid"),
                feature("a trigger with a body of several statements", schema -> schema.on(DialectId.SQLITE)
                                .execute(
                                        "CREATE TRIGGER t_orders AFTER UPDATE ON customers FOR EACH ROW BEGIN UPDATE orders SET state = 'x' WHERE id = 10; UPDATE orders SET state = CASE id WHEN 11 THEN 'y' ELSE 'z' END WHERE id > 10; END; UPDATE customers SET city = 'a' WHERE id = 1")
                                .on(DialectId.POSTGRESQL)
                                .execute(
                                        "CREATE FUNCTION t_orders() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN UPDATE orders SET state = 'x' WHERE id = 10; UPDATE orders SET state = CASE id WHEN 11 THEN 'y' ELSE 'z' END WHERE id > 10; RETURN NEW; END $f$; CREATE TRIGGER t_orders AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION t_orders(); UPDATE customers SET city = 'a' WHERE id = 1")
                                .on(DialectId.MYSQL)
                                .execute(
                                        "CREATE TRIGGER t_orders AFTER UPDATE ON customers FOR EACH ROW BEGIN UPDATE orders SET state = 'x' WHERE id = 10; IF NEW.id = 1 THEN UPDATE orders SET state = CASE id WHEN 11 THEN 'y' ELSE 'z' END WHERE id > 10; END IF; END; UPDATE customers SET city = 'a' WHERE id = 1")
                                .reversedBy(s -> s.on(DialectId.POSTGRESQL)
                                        .execute("DROP TRIGGER t_orders ON customers; DROP FUNCTION t_orders();")
                                        .otherwise("DROP TRIGGER t_orders")))
                        .gives(STATES, "10", "x", "11", "y", "12", "z"),
                guard("create a table unless it is there", schema -> {
                    schema.createTable("customers", t -> t.column("other", integer()))
                            .ifNotExists();
                    schema.createTable("fresh", t -> t.column("id", integer()).primaryKey())
                            .ifNotExists();
                }),
                guard("drop a table if it is there", schema -> {
                    schema.dropTable("orders").ifExists();
                    schema.dropTable("nowhere").ifExists();
                }),
                guard("guard by a table", schema -> {
                    schema.ifTableExists("customers", s -> s.createIndex("ix_city", "customers", "city"));
                    schema.ifTableExists("nowhere", s -> s.dropTable("nowhere"));
                }),
                guard("guard by a column", schema -> {
                    schema.ifColumnExists(
                            "orders",
                            "amount",
                            s -> s.alterTable("orders", t -> t.column("amount").renameTo("total")));
                    schema.unlessColumnExists("orders", "total", s -> s.dropTable("orders"));
                    schema.unlessColumnExists(
                            "orders", "note", s -> s.alterTable("orders", t -> t.addColumn("note", string(20))));
                }),
                guard("guard by an index", schema -> {
                    schema.ifIndexExists("ix_orders_state", "orders", s -> s.dropIndex("ix_orders_state", "orders"));
                    schema.unlessIndexExists(
                            "ix_orders_state",
                            "orders",
                            s -> s.createIndex("ix_orders_state", "orders", "state", "id"));
                }),
                guard("guard by a constraint", schema -> {
                    schema.ifConstraintExists(
                            "orders",
                            "ck_orders_state",
                            s -> s.alterTable("orders", t -> t.dropConstraint("ck_orders_state")));
                    schema.unlessConstraintExists(
                            "orders",
                            "ck_orders_id",
                            s -> s.alterTable("orders", t -> t.addCheck("ck_orders_id", "id > 0")));
                }),
                control("try something, or else do another", schema -> {
                            schema.attempt(s -> s.execute("UPDATE orders SET state = missing"))
                                    .orElse(s -> s.execute("UPDATE orders SET state = 'known' WHERE id = 10"))
                                    .reversedByNothing();
                        })
                        .gives(STATES, "10", "known", "11", "paid", "12", "paid")
                        .on(ONLINE_ONLY, SQLITE, MYSQL, MARIADB),
                control("try a change of a table, or else do another", schema -> {
                            schema.attempt(s -> s.alterTable("orders", t -> t.addCheck("ck_paid", "state = 'paid'")))
                                    .orElse(s -> s.alterTable("orders", t -> t.addCheck("ck_paid", "state <> 'lost'")))
                                    .effect(s -> s.alterTable("orders", t -> t.addCheck("ck_paid", "state <> 'lost'")))
                                    .reversedBy(s -> s.alterTable("orders", t -> t.dropConstraint("ck_paid")));
                        })
                        .on(ONLINE_ONLY, SQLITE, MYSQL, MARIADB),
                control("try an index, or else leave it", schema -> {
                            schema.attempt(s -> s.createIndex("ix_tried", "orders", "state")
                                            .unique())
                                    .orElseNothing("states may come twice")
                                    .effect(s -> {})
                                    .reversedByNothing();
                        })
                        .on(ONLINE_ONLY, SQLITE, MYSQL, MARIADB),
                control("expect what a query gives", schema -> {
                    schema.expect("there are orders")
                            .query("SELECT count(*) FROM orders")
                            .returns(3);
                    schema.expect("Ada is known")
                            .query("SELECT name FROM customers WHERE id = 1")
                            .returns("Ada");
                }));
    }

    private static Feature guard(String name, Consumer<Schema> change) {
        return control(name, change).on(EMULATED, DatabaseKind.values());
    }

    private static Feature control(String name, Consumer<Schema> change) {
        return Features.feature("Control flow", name, change);
    }

    private static Feature plans(String name, Consumer<Schema> change) {
        return feature(name, change)
                .from(
                        DataFeatures::withPlans,
                        "INSERT INTO customers (id, name) VALUES (1, 'Ada')",
                        "INSERT INTO customers (id, name) VALUES (2, 'Grace')",
                        "INSERT INTO plans (id, name) VALUES (1, 'free')");
    }

    private static void withPlans(Schema schema) {
        Shop.create(schema);
        schema.createTable("plans", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(100)).notNull().unique();
            t.column("size", decimal(8, 2));
        });
    }

    private static Feature feature(String name, Consumer<Schema> change) {
        return Features.feature(SECTION, name, change);
    }
}
