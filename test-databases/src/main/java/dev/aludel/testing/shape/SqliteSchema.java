package dev.aludel.testing.shape;

import dev.aludel.testing.TestDatabase;
import java.util.List;

/** Reads SQLite's pragmas. */
final class SqliteSchema extends LiveSchema {

    SqliteSchema(TestDatabase database) {
        super(database);
    }

    @Override
    List<String> tableNames() {
        return names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'");
    }

    @Override
    TableShape table(String name) {
        SqliteDefinition definition = definition(name);
        return new TableShape(
                Row.columns(rows(
                        """
                        SELECT name, type, NOT "notnull" AS nullable, dflt_value AS default_value
                        FROM pragma_table_xinfo(?) ORDER BY cid""",
                        name)),
                primaryKey(name, definition),
                foreignKeys(name, definition),
                uniques(name, definition),
                definition.checks(),
                Row.grouped(indexParts(name, "c"), "index_name", Row::index),
                null);
    }

    @Override
    List<Row> objects() {
        return rows(
                "SELECT type AS kind, name, sql AS definition FROM sqlite_schema WHERE type IN ('view', 'trigger')");
    }

    @Override
    List<String> catalogue() {
        return names(
                """
                SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') AS name
                FROM sqlite_schema ORDER BY type, name""");
    }

    private SqliteDefinition definition(String table) {
        return new SqliteDefinition(rows("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
                .get(0)
                .text("sql"));
    }

    private KeyShape primaryKey(String table, SqliteDefinition definition) {
        List<String> columns =
                Row.column(rows("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table), "name");
        return new KeyShape(definition.constraintName("PRIMARY KEY", columns), columns);
    }

    private List<ForeignKeyShape> foreignKeys(String table, SqliteDefinition definition) {
        List<Row> columns = rows(
                """
                SELECT id, "table" AS to_table, "from" AS from_column, "to" AS to_column, on_delete, on_update
                FROM pragma_foreign_key_list(?) ORDER BY id, seq""",
                table);
        return Row.grouped(columns, "id", Row::foreignKey).stream()
                .map(key -> key.withName(unnamed -> definition.constraintName("FOREIGN KEY", key.columns())))
                .toList();
    }

    private List<KeyShape> uniques(String table, SqliteDefinition definition) {
        return Row.grouped(indexParts(table, "u"), "index_name", parts -> Row.column(parts, "part")).stream()
                .map(columns -> new KeyShape(definition.constraintName("UNIQUE", columns), columns))
                .toList();
    }

    /** Parts of the table's indexes; origin c is CREATE INDEX, and u is a unique constraint. */
    private List<Row> indexParts(String table, String origin) {
        return rows(
                """
                SELECT i.name AS index_name, coalesce(p.name, '(expression)') AS part, p."desc" AS descending,
                       i."unique" AS is_unique, '' AS method,
                       CASE WHEN i.partial THEN substr(s.sql, instr(s.sql, ' WHERE ') + 7) END AS predicate
                FROM pragma_index_list(?) i, pragma_index_xinfo(i.name) p
                LEFT JOIN sqlite_schema s ON s.name = i.name
                WHERE p.key AND i.origin = '%s' ORDER BY i.name, p.seqno"""
                        .formatted(origin),
                table);
    }
}
