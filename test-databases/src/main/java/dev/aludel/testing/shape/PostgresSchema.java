package dev.aludel.testing.shape;

import dev.aludel.testing.TestDatabase;
import java.util.List;

/** Reads PostgreSQL's catalogue. */
final class PostgresSchema extends LiveSchema {

    private static final String ACTION =
            "CASE %s WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'"
                    + " WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END";

    PostgresSchema(TestDatabase database) {
        super(database);
    }

    @Override
    List<String> tableNames() {
        return names(
                """
                SELECT relname AS name FROM pg_class
                WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace""");
    }

    @Override
    TableShape table(String name) {
        return new TableShape(
                Row.columns(rows(
                        """
                        SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable,
                               pg_get_expr(adbin, adrelid) AS default_value, col_description(attrelid, attnum) AS comment
                        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""",
                        name)),
                Row.key(keyColumns(name, "p")),
                Row.grouped(foreignKeyColumns(name), "key_name", Row::foreignKey),
                Row.grouped(keyColumns(name, "u"), "key_name", Row::key),
                Row.checks(rows(
                        """
                        SELECT conname AS name, pg_get_constraintdef(oid, true) AS expression FROM pg_constraint
                        WHERE conrelid = ?::regclass AND contype = 'c'""",
                        name)),
                Row.grouped(indexParts(name), "index_name", Row::index),
                rows("SELECT obj_description(?::regclass, 'pg_class') AS comment", name)
                        .get(0)
                        .textOrNull("comment"));
    }

    @Override
    List<Row> objects() {
        return rows(
                """
                SELECT 'view' AS kind, viewname AS name, definition FROM pg_views WHERE schemaname = current_schema()
                UNION ALL
                SELECT 'materialized view', matviewname, definition FROM pg_matviews WHERE schemaname = current_schema()
                UNION ALL
                SELECT 'index', indexname, indexdef FROM pg_indexes
                JOIN pg_matviews ON matviewname = tablename WHERE pg_indexes.schemaname = current_schema()
                UNION ALL
                SELECT 'enum', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)
                FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid
                WHERE typnamespace = current_schema()::regnamespace GROUP BY typname
                UNION ALL
                SELECT 'function', oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
                WHERE pronamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger
                WHERE NOT tgisinternal AND tgrelid IN (
                    SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
                UNION ALL
                SELECT 'sequence', relname, '' FROM pg_class
                WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace""");
    }

    @Override
    List<String> catalogue() {
        return names(
                """
                SELECT 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                       || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
                       || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') AS name
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
                      AND attnum > 0 AND NOT attisdropped
                UNION ALL
                SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema()
                ORDER BY name""");
    }

    private List<Row> keyColumns(String table, String kind) {
        return rows(
                """
                SELECT conname AS key_name, attname AS column_name
                FROM pg_constraint, unnest(conkey) WITH ORDINALITY AS key (number, place)
                JOIN pg_attribute ON attnum = key.number
                WHERE conrelid = ?::regclass AND attrelid = conrelid AND contype = '%s' ORDER BY conname, key.place"""
                        .formatted(kind),
                table);
    }

    private List<Row> foreignKeyColumns(String table) {
        return rows(
                """
                SELECT conname AS key_name, f.attname AS from_column, confrelid::regclass AS to_table,
                       t.attname AS to_column, %s AS on_delete, %s AS on_update
                FROM pg_constraint, unnest(conkey, confkey) WITH ORDINALITY AS key (from_number, to_number, place)
                JOIN pg_attribute f ON f.attnum = key.from_number
                JOIN pg_attribute t ON t.attnum = key.to_number
                WHERE contype = 'f' AND conrelid = ?::regclass AND f.attrelid = conrelid AND t.attrelid = confrelid
                ORDER BY conname, key.place"""
                        .formatted(ACTION.formatted("confdeltype"), ACTION.formatted("confupdtype")),
                table);
    }

    private List<Row> indexParts(String table) {
        return rows(
                """
                SELECT indexrelid::regclass AS index_name, pg_get_indexdef(indexrelid, place::int, true) AS part,
                       (option & 1) = 1 AS descending, indisunique AS is_unique, amname AS method,
                       pg_get_expr(indpred, indrelid) AS predicate
                FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam,
                     unnest(indoption::int[]) WITH ORDINALITY AS options (option, place)
                WHERE indrelid = ?::regclass
                      AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
                ORDER BY 1, place""",
                table);
    }
}
