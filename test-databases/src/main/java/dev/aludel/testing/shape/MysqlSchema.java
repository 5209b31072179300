package dev.aludel.testing.shape;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import java.util.List;

/**
 * Reads the information schema of MySQL and MariaDB, and puts MariaDB's spelling into MySQL's.
 *
 * <p>MariaDB gives whole numbers a display width, writes a missing default as NULL, keeps JSON as longtext under a check, and
 * calls the referential action that nobody asked for RESTRICT, which InnoDB treats as NO ACTION.
 */
final class MysqlSchema extends LiveSchema {

    private final boolean isMariaDb;

    MysqlSchema(TestDatabase database) {
        super(database);
        this.isMariaDb = database.kind() == DatabaseKind.MARIADB;
    }

    @Override
    List<String> tableNames() {
        return names(
                """
                SELECT table_name AS name FROM information_schema.tables
                WHERE table_schema = database() AND table_type = 'BASE TABLE'""");
    }

    @Override
    TableShape table(String name) {
        return new TableShape(
                Row.columns(rows(
                        """
                        SELECT column_name AS name, %s AS type, is_nullable = 'YES' AS nullable,
                               nullif(column_default, 'NULL') AS default_value,
                               extra LIKE '%%auto_increment%%' AS counts, nullif(column_comment, '') AS comment
                        FROM information_schema.columns WHERE table_schema = database() AND table_name = ?
                        ORDER BY ordinal_position"""
                                .formatted(type()),
                        name)),
                Row.key(keyColumns(name, "PRIMARY KEY")),
                Row.grouped(foreignKeyColumns(name), "key_name", Row::foreignKey),
                Row.grouped(keyColumns(name, "UNIQUE"), "key_name", Row::key),
                Row.checks(checks(name)),
                Row.grouped(indexParts(name), "index_name", Row::index),
                rows(
                                """
                                SELECT nullif(table_comment, '') AS comment FROM information_schema.tables
                                WHERE table_schema = database() AND table_name = ?""",
                                name)
                        .get(0)
                        .textOrNull("comment"));
    }

    @Override
    List<Row> objects() {
        return rows(
                """
                SELECT 'view' AS kind, table_name AS name, view_definition AS definition
                FROM information_schema.views WHERE table_schema = database()
                UNION ALL
                SELECT 'trigger', trigger_name, action_statement
                FROM information_schema.triggers WHERE trigger_schema = database()
                UNION ALL
                SELECT lower(routine_type), routine_name, routine_definition
                FROM information_schema.routines WHERE routine_schema = database()""");
    }

    @Override
    List<String> catalogue() {
        return tableNames().stream()
                .sorted()
                .map(table -> rows("SHOW CREATE TABLE `" + table + "`").get(0).text("Create Table"))
                .toList();
    }

    private String type() {
        return isMariaDb
                ? "if(column_type = 'longtext' AND %s, 'json', regexp_replace(column_type, '^(int|bigint)[(][0-9]+[)]', '\\\\1'))"
                        .formatted(jsonCheckExists())
                : "column_type";
    }

    private static String jsonCheckExists() {
        return """
                EXISTS (SELECT 1 FROM information_schema.check_constraints c
                        WHERE c.constraint_schema = table_schema AND c.table_name = columns.table_name
                              AND c.check_clause = concat('json_valid(`', column_name, '`)'))""";
    }

    private List<Row> keyColumns(String table, String kind) {
        return rows(
                """
                SELECT k.constraint_name AS key_name, k.column_name AS column_name
                FROM information_schema.table_constraints c
                JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name, table_name)
                WHERE c.constraint_schema = database() AND table_name = ? AND c.constraint_type = '%s'
                ORDER BY k.constraint_name, k.ordinal_position"""
                        .formatted(kind),
                table);
    }

    private List<Row> foreignKeyColumns(String table) {
        return rows(
                """
                SELECT k.constraint_name AS key_name, k.column_name AS from_column,
                       k.referenced_table_name AS to_table, k.referenced_column_name AS to_column,
                       %1$s AS on_delete, %2$s AS on_update
                FROM information_schema.key_column_usage k
                JOIN information_schema.referential_constraints r
                     ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                        AND r.table_name = k.table_name
                WHERE k.constraint_schema = database() AND k.table_name = ?
                ORDER BY k.constraint_name, k.ordinal_position"""
                        .formatted(action("r.delete_rule"), action("r.update_rule")),
                table);
    }

    private String action(String rule) {
        return isMariaDb ? "if(%1$s = 'RESTRICT', 'NO ACTION', %1$s)".formatted(rule) : rule;
    }

    private List<Row> checks(String table) {
        return isMariaDb
                ? rows(
                        """
                        SELECT constraint_name AS name, check_clause AS expression FROM information_schema.check_constraints
                        WHERE constraint_schema = database() AND table_name = ? AND check_clause NOT LIKE 'json~_valid(%' ESCAPE '~'""",
                        table)
                : rows(
                        """
                        SELECT constraint_name AS name, check_clause AS expression FROM information_schema.check_constraints
                        JOIN information_schema.table_constraints USING (constraint_schema, constraint_name)
                        WHERE constraint_schema = database() AND table_name = ?""",
                        table);
    }

    private List<Row> indexParts(String table) {
        return rows(
                """
                SELECT index_name AS index_name, %s AS part, coalesce(collation, 'A') = 'D' AS descending,
                       non_unique = 0 AS is_unique, index_type AS method, NULL AS predicate
                FROM information_schema.statistics
                WHERE table_schema = database() AND table_name = ? AND index_name <> 'PRIMARY'
                ORDER BY index_name, seq_in_index"""
                        .formatted(isMariaDb ? "column_name" : "coalesce(column_name, expression)"),
                table);
    }
}
