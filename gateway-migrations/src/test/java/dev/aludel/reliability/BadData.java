package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import dev.aludel.operation.Conversion;
import dev.aludel.plan.UnsupportedOperationOnDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows that a change of their table can't be made with, or could lose. */
final class BadData {

    private static final String PEOPLE = "INSERT INTO people (id, name, score, price, note, boss_id) VALUES ";

    private BadData() {}

    static List<BadInput> all() {
        return List.of(
                people(
                                "NULL in a column that becomes NOT NULL",
                                t -> t.column("name").notNull(),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, NULL, 2, 2, 'b', NULL)")
                        .fails(RevisionFailedException.class, "\"name\" of table \"people\"", "1 row, id = '2'"),
                people(
                                "seven offending rows, of which five are shown",
                                t -> t.column("name").notNull(),
                                "(1, NULL, 1, 1, 'a', NULL), (2, NULL, 2, 2, 'b', NULL), (3, NULL, 2, 2, 'b', NULL), (4, NULL, 2, 2, 'b', NULL), (5, NULL, 2, 2, 'b', NULL), (6, NULL, 2, 2, 'b', NULL), (7, NULL, 2, 2, 'b', NULL)")
                        .fails(RevisionFailedException.class, "7 rows, for example id = '1'"),
                people(
                                "duplicates under a new unique constraint",
                                t -> t.addUnique("name"),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Ada', 2, 2, 'b', NULL), (3, NULL, 3, 3, 'c', NULL), (4, NULL, 4, 4, 'd', NULL)")
                        .fails(RevisionFailedException.class, "\"name\"", "2 rows, id = '1'"),
                change(
                                "duplicates under a new unique index",
                                schema -> schema.createIndex("uq_people", "people", "name", "score")
                                        .unique(),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Ada', 1, 2, 'b', NULL), (3, 'Ada', 2, 3, 'c', NULL)")
                        .fails(RevisionFailedException.class, "\"name\", \"score\"", "2 rows, id = '1'"),
                BadInput.of("duplicates under a new primary key")
                        .given(bench -> bench.at(
                                schema -> schema.createTable("tags", t -> t.column("label", string(40))
                                        .notNull()),
                                schema -> schema.alterTable("tags", t -> t.addPrimaryKey("label")),
                                "INSERT INTO tags VALUES ('red'), ('red'), ('green')"))
                        .fails(RevisionFailedException.class, "agree in \"label\"", "2 rows"),
                BadInput.of("NULL under a new primary key")
                        .given(bench -> bench.at(
                                schema -> schema.createTable("tags", t -> t.column("label", string(40))),
                                schema -> schema.alterTable("tags", t -> t.addPrimaryKey("label")),
                                "INSERT INTO tags VALUES ('red'), (NULL)"))
                        .fails(RevisionFailedException.class, "column \"label\" of table \"tags\"", "1 row"),
                people(
                                "orphans under a new foreign key",
                                t -> t.addForeignKey("boss_id").references("people", "id"),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Bob', 2, 2, 'b', 1), (3, 'Cy', 3, 3, 'c', 99)")
                        .fails(RevisionFailedException.class, "\"boss_id\"", "1 row, id = '3', boss_id = '99'"),
                change(
                                "orphans under a foreign key to a table that the revision creates",
                                schema -> {
                                    schema.createTable("bosses", t -> t.column("id", integer())
                                            .primaryKey());
                                    schema.alterTable("people", t -> t.addForeignKey("boss_id")
                                            .references("bosses", "id"));
                                },
                                "(1, 'Ada', 1, 1, 'a', 7)")
                        .appliedInPartBy(MYSQL, MARIADB)
                        .fails(RevisionFailedException.class, "\"boss_id\"", "1 row, id = '1', boss_id = '7'"),
                people(
                                "rows that a new check forbids",
                                t -> t.addCheck("ck_score", "score > 0"),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Bob', -5, 2, 'b', NULL)")
                        .fails(RevisionFailedException.class, "score > 0", "1 row, id = '2'"),
                people(
                                "text of 11 characters in a column that narrows to 10",
                                t -> t.column("name").type(string(10)),
                                "(1, 'exactly ten', 1, 1, 'a', NULL)")
                        .acceptedBy(SQLITE)
                        .fails(RevisionFailedException.class, "column \"name\"", "1 row, id = '1'"),
                people(
                                "2147483648 in a bigint that narrows to integer",
                                t -> t.column("score").type(integer()),
                                "(1, 'Ada', 2147483648, 1, 'a', NULL)")
                        .acceptedBy(SQLITE)
                        .fails(RevisionFailedException.class, "column \"score\"", "1 row, id = '1'"),
                people(
                                "12345678.0000 in a decimal that narrows to 8 digits",
                                t -> t.column("price").type(decimal(8, 4)),
                                "(1, 'Ada', 1, 12345678, 'a', NULL)")
                        .acceptedBy(SQLITE)
                        .fails(RevisionFailedException.class, "column \"price\"", "1 row, id = '1'"),
                people(
                                "1.2345 in a decimal that narrows to two places",
                                t -> t.column("price").type(decimal(12, 2)),
                                "(1, 'Ada', 1, 1.2345, 'a', NULL)")
                        .acceptedBy(SQLITE)
                        .fails(UnsupportedOperationOnDialect.class, "column \"price\""),
                people(
                                "the text \"seven\" in a column that becomes a number",
                                t -> t.column("note").type(integer()),
                                "(1, 'Ada', 1, 1, 'seven', NULL)")
                        .fails(MigrationException.class, "\"note\""),
                people(
                                "the text \"seven\" in a column that becomes a decimal",
                                t -> t.column("note").type(decimal(10, 2)),
                                "(1, 'Ada', 1, 1, 'seven', NULL)")
                        .fails(MigrationException.class, "\"note\""),
                people(
                                "the text \"12abc\" converted by CAST(note AS INTEGER)",
                                t -> t.column("note").type(integer()).using(cast()),
                                "(1, 'Ada', 1, 1, '12abc', NULL)")
                        .appliedInPartBy(MYSQL, MARIADB)
                        .fails(RevisionFailedException.class, "12abc"),
                people(
                                "a conversion that turns a value into NULL",
                                t -> t.column("note").type(string(50)).using(expression("nullif(note, 'unknown')")),
                                "(1, 'Ada', 1, 1, 'known', NULL), (2, 'Bob', 2, 2, 'unknown', NULL)")
                        .fails(RevisionFailedException.class, "turns into NULL", "1 row, id = '2'"),
                BadInput.of("a conversion that answers NULL at second sight")
                        .on(POSTGRESQL)
                        .given(bench -> bench.at(
                                BadData::start,
                                schema -> schema.alterTable("people", t -> t.column("note")
                                        .type(text())
                                        .using(expression("CASE WHEN nextval('sight') > 2 THEN NULL ELSE note END"))),
                                "CREATE SEQUENCE sight",
                                PEOPLE + "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Bob', 2, 2, 'b', NULL)"))
                        .fails(RevisionFailedException.class, "before = '2 2'", "now = '2 0'"),
                people(
                                "a conversion of NULL to NULL, in a column that becomes NOT NULL",
                                t -> t.column("note")
                                        .type(string(50))
                                        .using(expression("upper(note)"))
                                        .notNull(),
                                "(1, 'Ada', 1, 1, NULL, NULL)")
                        .fails(RevisionFailedException.class, "column \"note\"", "1 row, id = '1'"),
                people(
                                "text that is no JSON in a column that becomes JSON",
                                t -> t.column("note").type(json()),
                                "(1, 'Ada', 1, 1, '{open', NULL)")
                        .acceptedBy(SQLITE)
                        .fails(MigrationException.class, "\"note\""),
                people(
                                "rows in a table that gets a NOT NULL column, and no value for it",
                                t -> t.addColumn("state", string(10)).notNull(),
                                "(1, 'Ada', 1, 1, 'a', NULL)")
                        .fails(RevisionFailedException.class, "\"state\"", "1 row, id = '1'"),
                people(
                                "a filling that comes to NULL, in a new NOT NULL column",
                                t -> t.addColumn("state", string(10)).notNull().fill(Value.expression("name")),
                                "(1, NULL, 1, 1, 'a', NULL)")
                        .fails(RevisionFailedException.class, "\"state\"", "1 row, id = '1'"),
                people(
                                "a filling that comes to NULL, in a column that becomes NOT NULL",
                                t -> t.column("name")
                                        .fillNull(Value.expression("note"))
                                        .notNull(),
                                "(1, NULL, 1, 1, NULL, NULL)")
                        .fails(RevisionFailedException.class, "\"name\"", "1 row, id = '1'"),
                people(
                                "the same filling for two rows of a new unique column",
                                t -> t.addColumn("state", string(10))
                                        .fill(Value.of("new"))
                                        .unique(),
                                "(1, 'Ada', 1, 1, 'a', NULL), (2, 'Bob', 2, 2, 'b', NULL)")
                        .fails(RevisionFailedException.class, "\"state\"", "2 rows, id = '1'"),
                people(
                                "text in an integer column, which is copied to a wider one",
                                t -> t.column("boss_id").type(bigInteger()),
                                "(1, 'Ada', 1, 1, 'a', 'nobody')")
                        .on(SQLITE)
                        .acceptedByAll(),
                people(
                                "emoji and other characters of four bytes",
                                BadData::rebuild,
                                "(1, '👩‍🚀 𝒜da 漢字', 1, 1, 'naïve', NULL)")
                        .acceptedByAll(),
                people(
                                "quotes, backslashes, percent signs and semicolons in data",
                                BadData::rebuild,
                                "(1, 'O''Brien; -- \"x\" %s {0}', 1, 1, '$1 ? :a', NULL)")
                        .acceptedByAll(),
                people("a NUL character in data", BadData::rebuild, "(1, 'a' || char(0) || 'b', 1, 1, 'a', NULL)")
                        .on(SQLITE)
                        .acceptedByAll(),
                people("the empty text, which is no NULL", t -> t.column("name").notNull(), "(1, '', 1, 1, '', NULL)")
                        .acceptedByAll(),
                people(
                                "a value of 300 characters in a message",
                                t -> t.addUnique("note"),
                                "(1, 'Ada', 1, 1, '" + "x".repeat(300) + "', NULL), (2, 'Bob', 1, 1, '"
                                        + "x".repeat(300) + "', NULL)")
                        .fails(RevisionFailedException.class, "x".repeat(80) + "…"),
                BadInput.of("a key with quotes and a statement in it, in a message")
                        .given(bench -> bench.at(
                                schema -> schema.createTable("tags", t -> {
                                    t.column("label", string(80)).primaryKey();
                                    t.column("color", string(10));
                                }),
                                schema -> schema.alterTable(
                                        "tags", t -> t.column("color").notNull()),
                                "INSERT INTO tags VALUES ('''; DROP TABLE tags; --', NULL)"))
                        .fails(RevisionFailedException.class, "label = ''; DROP TABLE tags; --'"));
    }

    private static BadInput people(String name, Consumer<TableAlteration> changes, String rows) {
        return change(name, schema -> schema.alterTable("people", changes), rows);
    }

    private static BadInput change(String name, Consumer<Schema> change, String rows) {
        return BadInput.of(name).given(bench -> bench.at(BadData::start, change, PEOPLE + rows));
    }

    private static void start(Schema schema) {
        schema.createTable("people", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(255));
            t.column("score", bigInteger());
            t.column("price", decimal(12, 4));
            t.column("note", string(400));
            t.column("boss_id", integer());
        });
    }

    /** A change that has every row copied on SQLite, and rewritten elsewhere. */
    private static void rebuild(TableAlteration t) {
        t.column("name").notNull();
        t.column("note").type(text());
        t.column("boss_id").type(bigInteger());
    }

    private static Conversion cast() {
        return Conversion.expression(new PerDialect<>(
                Map.of(DialectId.MYSQL, "CAST(note AS SIGNED)"), Optional.of("CAST(note AS INTEGER)")));
    }

    private static Conversion expression(String sql) {
        return Conversion.expression(PerDialect.everywhere(sql));
    }
}
