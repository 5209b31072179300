package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.enumeration;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.EnumType;
import dev.aludel.model.Value;
import java.util.List;
import java.util.function.Consumer;

/** Enums that columns of several tables share. */
final class EnumCases {

    private static final EnumType STAGE = enumeration("stage", "draft", "sent", "it's lost");
    private static final EnumType MOOD = enumeration("mood", "good", "bad");

    private static final List<String> ROWS = List.of(
            "INSERT INTO customers (id, stage, note) VALUES (1, 'draft', 'good')",
            "INSERT INTO customers (id, stage, note) VALUES (2, NULL, 'bad')",
            "INSERT INTO orders (id, stage) VALUES (10, 'it''s lost')",
            "INSERT INTO orders (id) VALUES (11)");

    private EnumCases() {}

    static List<ContractCase> all() {
        return List.of(
                change("creates an enum and tables that share it", schema -> {
                    schema.createEnum(MOOD);
                    schema.createTable("guests", t -> {
                        t.column("id", integer()).primaryKey();
                        t.column("mood", MOOD).notNull().defaultTo("good");
                        t.column("later", MOOD);
                        t.index("ix_guests_mood", "mood");
                    });
                    schema.createTable("visits", t -> t.column("mood", MOOD));
                }),
                change("drops an enum", schema -> schema.dropEnum("unused")),
                change("drops the tables that use an enum, and then the enum", schema -> {
                    schema.dropTable("customers");
                    schema.dropTable("orders");
                    schema.dropEnum("stage");
                }),
                change("an enum whose name is a reserved word", schema -> {
                    EnumType group = enumeration("group", "a", "B c");
                    schema.createEnum(group);
                    schema.createTable("select", t -> t.column("order", group).defaultTo("B c"));
                }),
                change(
                        "adds values to an enum",
                        schema -> schema.alterEnum("stage", e -> {
                            e.addValue("returned");
                            e.addValue("approved").after("draft");
                            e.addValue("idea").before("draft");
                        })),
                change("adds a value to an enum and uses it", schema -> {
                    schema.alterEnum("town", e -> e.addValue("Kyiv"));
                    schema.alterTable("customers", t -> t.column("city").defaultTo("Kyiv"));
                    schema.update("customers")
                            .set("city", "Kyiv")
                            .where("id = 1")
                            .reversedBy(back ->
                                    back.update("customers").set("city", "Rome").where("id = 1"));
                }),
                change(
                        "renames a value of an enum",
                        schema -> schema.alterEnum("town", e -> e.renameValue("Rome", "Roma"))),
                change(
                        "drops a value of an enum, moving its rows",
                        schema -> schema.alterEnum(
                                "town", e -> e.dropValue("Rome").movingTo("Oslo"))),
                change(
                        "drops a value of an enum that nothing uses",
                        schema -> schema.alterEnum("stage", e -> e.dropValue("sent"))),
                change(
                        "changes an enum in every way",
                        schema -> schema.alterEnum("town", e -> {
                            e.renameValue("Rome", "Paris");
                            e.addValue("Rome");
                            e.dropValue("Oslo").movingTo("Paris");
                        })),
                alter("adds a column of an enum", t -> t.addColumn("former", STAGE)),
                alter(
                        "adds a column of an enum with a default",
                        t -> t.addColumn("former", STAGE).notNull().defaultTo("sent")),
                alter(
                        "adds a column of an enum that must be filled",
                        t -> t.addColumn("former", STAGE).notNull().fill(Value.of("sent"))),
                alter("drops a column of an enum", t -> t.dropColumn("stage")),
                alter("turns text into an enum", t -> t.column("note").type(enumeration("unused", "good", "bad"))),
                alter("turns an enum into text", t -> t.column("stage").type(string(40))),
                alter("fills a column of an enum and forbids NULLs", t -> t.column("city")
                        .fillNull(Value.of("Oslo"))
                        .notNull()
                        .defaultTo("Oslo")),
                alter(
                        "changes a column beside one of an enum",
                        t -> t.column("note").type(string(80)).notNull()));
    }

    private static ContractCase alter(String name, Consumer<TableAlteration> changes) {
        return change(name, schema -> schema.alterTable("customers", changes));
    }

    private static ContractCase change(String name, Consumer<Schema> change) {
        return new ContractCase(name, EnumCases::shop, ROWS, change);
    }

    private static void shop(Schema schema) {
        schema.createEnum(STAGE);
        schema.createEnum(enumeration("town", "Rome", "Oslo", "Bern"));
        schema.createEnum(enumeration("unused", "good", "bad"));
        schema.createTable("customers", t -> {
            t.column("id", integer()).primaryKey();
            t.column("stage", STAGE);
            t.column("note", string(20));
            t.column("city", enumeration("town", "Rome", "Oslo", "Bern")).defaultTo("Rome");
            t.index("ix_customers_city", "city");
            t.check("ck_customers_city", "city <> 'Bern'");
        });
        schema.createTable("orders", t -> {
            t.column("id", integer()).primaryKey();
            t.column("stage", STAGE).notNull().defaultTo("draft");
        });
    }
}
