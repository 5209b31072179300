package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;

import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import java.util.List;
import java.util.function.Consumer;

/** Names that a database reads as something else, cuts, or can't keep apart. */
final class BadNames {

    private BadNames() {}

    static List<BadInput> all() {
        return List.of(
                everywhere("reserved words", "select", "order", "group"),
                everywhere("spaces", "two words", "a column", "an index"),
                everywhere("quotes of every kind", "o'clock \"and\" `more`", "it's \"a\" `column`", "\"ix\"`'"),
                everywhere("semicolons, comments and question marks", "x; DROP TABLE y --", "a?b:c", "ix /* no */"),
                everywhere("letters beyond ASCII", "größe_é_漢字", "naïve_ß", "ix_ñ"),
                everywhere("capitals", "OrderLines", "ItemId", "IX_Upper"),
                table("a table's name of 70 characters", schema -> create(schema, "t".repeat(70), "id"))
                        .acceptedBy(SQLITE)
                        .fails(MigrationException.class, "t".repeat(70)),
                table("a column's name of 70 characters", schema -> create(schema, "t", "c".repeat(70)))
                        .acceptedBy(SQLITE)
                        .fails(MigrationException.class, "c".repeat(70)),
                table("an index's name of 70 characters", schema -> {
                            create(schema, "t", "id");
                            schema.createIndex("i".repeat(70), "t", "id");
                        })
                        .acceptedBy(SQLITE)
                        .fails(MigrationException.class, "i".repeat(70)),
                table("a name that is blank", schema -> create(schema, " ", "id"))
                        .fails(MigrationException.class, "blank"),
                table("a name with a NUL character", schema -> create(schema, "a\0b", "id"))
                        .fails(MigrationException.class, "U+0000"),
                table(
                                "two columns whose names differ in case only",
                                schema -> schema.createTable("t", t -> {
                                    t.column("id", integer()).primaryKey();
                                    t.column("name", string(10));
                                    t.column("Name", string(10));
                                }))
                        .acceptedBy(POSTGRESQL),
                table("two tables whose names differ in case only", schema -> {
                            create(schema, "users", "id");
                            create(schema, "Users", "id");
                        })
                        .on(SQLITE, POSTGRESQL, MYSQL)
                        .acceptedBy(POSTGRESQL, MYSQL),
                table(
                        "two columns of one name",
                        schema -> schema.createTable("t", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("id", string(10));
                        })),
                table("two tables of one name", schema -> {
                    create(schema, "t", "id");
                    create(schema, "t", "id");
                }));
    }

    private static BadInput everywhere(String name, String table, String column, String index) {
        return table(name + " in names", schema -> {
                    create(schema, table, column);
                    schema.createIndex(index, table, column);
                    schema.alterTable(
                            table,
                            t -> t.addColumn(column + "2", integer()).notNull().defaultTo(1));
                    schema.alterTable(table, t -> t.column(column + "2").renameTo(column + "3"));
                    schema.alterTable(table, t -> t.column(column + "3").nullable());
                })
                .acceptedByAll();
    }

    private static BadInput table(String name, Consumer<Schema> change) {
        return BadInput.of(name).given(bench -> bench.at(BadNames::nothing, change));
    }

    private static void create(Schema schema, String table, String column) {
        schema.createTable(table, t -> t.column(column, integer()).primaryKey());
    }

    private static void nothing(Schema schema) {}
}
