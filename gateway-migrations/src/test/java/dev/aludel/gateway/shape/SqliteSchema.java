package dev.aludel.gateway.shape;

import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;

/** Reads SQLite's pragmas. */
final class SqliteSchema extends LiveSchema {

    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\([^)]*\\)");

    SqliteSchema(TestDatabase database) {
        super(database);
    }

    @Override
    List<String> tableNames() {
        return names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'");
    }

    @Override
    TableShape table(String name) {
        return new TableShape(
                Row.columns(rows(
                        """
                        SELECT name, type, NOT "notnull" AS nullable, dflt_value AS default_value
                        FROM pragma_table_xinfo(?) ORDER BY cid""",
                        name)),
                Row.column(rows("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", name), "name"),
                Row.grouped(
                        rows(
                                """
                                SELECT id, "table" AS to_table, "from" AS from_column, "to" AS to_column, on_delete, on_update
                                FROM pragma_foreign_key_list(?) ORDER BY id, seq""",
                                name),
                        "id",
                        Row::foreignKey),
                Row.grouped(indexParts(name, "u"), "index_name", parts -> Row.column(parts, "part")),
                checks(name),
                Row.grouped(indexParts(name, "c"), "index_name", Row::index));
    }

    @Override
    List<String> catalogue() {
        return names(
                """
                SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') AS name
                FROM sqlite_schema ORDER BY type, name""");
    }

    /** Parts of the table's indexes; origin c is CREATE INDEX, and u is a unique constraint. */
    private List<Row> indexParts(String table, String origin) {
        return rows(
                """
                SELECT i.name AS index_name, coalesce(p.name, '(expression)') AS part, p."desc" AS descending,
                       i."unique" AS is_unique, CASE WHEN i.partial THEN s.sql END AS predicate
                FROM pragma_index_list(?) i, pragma_index_xinfo(i.name) p
                LEFT JOIN sqlite_schema s ON s.name = i.name
                WHERE p.key AND i.origin = '%s' ORDER BY i.name, p.seqno"""
                        .formatted(origin),
                table);
    }

    private List<String> checks(String table) {
        String definition = rows("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
                .get(0)
                .text("sql");
        return CHECK.matcher(definition).results().map(found -> found.group()).toList();
    }
}
