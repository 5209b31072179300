package dev.aludel.dialect.mysql;

import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code information_schema} says of one table, asked in one question. */
final class TableFacts {

    private static final MysqlSyntax SYNTAX = new MysqlSyntax();

    private static final Part COLUMNS = new Part(
            "column",
            "''",
            "c.ordinal_position",
            List.of(
                    "t.table_comment AS table_comment",
                    "c.column_name AS name",
                    "c.column_type AS type",
                    "c.is_nullable AS nullable",
                    "c.column_default AS default_value",
                    "c.extra AS extra",
                    "c.column_comment AS comment",
                    "c.character_set_name AS charset",
                    "c.collation_name AS collation",
                    "t.table_collation AS table_collation",
                    "c.generation_expression AS generation"),
            """
            information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND c.table_name = $V
                AND t.table_schema = DATABASE() AND t.table_name = $V AND t.table_type = 'BASE TABLE'""");

    private static final Part FOREIGN_KEYS = new Part(
            "foreign key",
            "k.constraint_name",
            "k.ordinal_position",
            List.of(
                    "k.constraint_name AS name",
                    "k.column_name AS column_name",
                    "k.referenced_table_name AS referenced_table",
                    "k.referenced_column_name AS referenced_column",
                    "r.delete_rule AS on_delete",
                    "r.update_rule AS on_update"),
            """
            information_schema.key_column_usage k
            JOIN information_schema.referential_constraints r
                ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                AND r.table_name = k.table_name
            WHERE k.table_schema = DATABASE() AND k.table_name = $V AND k.referenced_table_name IS NOT NULL
                AND r.constraint_schema = DATABASE() AND r.table_name = $V""");

    private static final Part CHECKS = new Part(
            "check",
            "c.constraint_name",
            "1",
            List.of("c.constraint_name AS name", "c.check_clause AS expression"),
            """
            information_schema.check_constraints c
            JOIN information_schema.table_constraints t
                ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
            WHERE t.table_schema = DATABASE() AND t.table_name = $V AND t.constraint_type = 'CHECK'""");

    private static final Part MARIADB_CHECKS = new Part(
            "check",
            "constraint_name",
            "1",
            List.of("constraint_name AS name", "check_clause AS expression"),
            """
            information_schema.check_constraints
            WHERE constraint_schema = DATABASE() AND table_name = $V""");

    private static final Part UPDATE_TRIGGERS = new Part(
            "trigger",
            "trigger_name",
            "1",
            List.of("trigger_name AS name"),
            """
            information_schema.triggers
            WHERE event_object_schema = DATABASE() AND event_object_table = $V AND event_manipulation = 'UPDATE'""");

    private final Map<String, List<Row>> rows;

    private TableFacts(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /**
     * What {@code server} says of {@code table}.
     *
     * @param triggers whether it is asked for triggers too
     */
    static TableFacts read(Rows rows, MysqlServer server, String table, boolean triggers) throws SQLException {
        List<Part> parts = parts(server);
        if (triggers) {
            parts.add(UPDATE_TRIGGERS);
        }
        Map<String, List<Row>> found = new HashMap<>();
        for (Row row : rows.of(question(parts, table))) {
            for (Part part : parts) {
                if (part.kind().equals(row.text("kind"))) {
                    found.computeIfAbsent(part.kind(), kind -> new ArrayList<>())
                            .add(part.named(row));
                }
            }
        }
        return new TableFacts(found);
    }

    /** By place; none where there is no such table. */
    List<Row> columns() {
        return of(COLUMNS.kind());
    }

    /** By name and place in the key. */
    List<Row> foreignKeys() {
        return of(FOREIGN_KEYS.kind());
    }

    /** By name; in MySQL before 8.0.16 there are none. */
    List<Row> checks() {
        return of(CHECKS.kind());
    }

    /** The parts of all indexes, the primary key's first, then by name and place in the index. */
    List<Row> indexes() {
        return of("index");
    }

    /** By name; none where they weren't asked for. */
    List<Row> updateTriggers() {
        return of(UPDATE_TRIGGERS.kind());
    }

    private List<Row> of(String kind) {
        return rows.getOrDefault(kind, List.of());
    }

    private static List<Part> parts(MysqlServer server) {
        List<Part> parts = new ArrayList<>(List.of(COLUMNS, FOREIGN_KEYS, indexes(server)));
        if (server.isMariaDb()) {
            parts.add(MARIADB_CHECKS);
        } else if (server.hasChecks()) {
            parts.add(CHECKS);
        }
        return parts;
    }

    private static Part indexes(MysqlServer server) {
        List<String> values = new ArrayList<>(List.of(
                "index_name AS key_name",
                "non_unique AS non_unique",
                "column_name AS column_name",
                "collation AS collation",
                "sub_part AS sub_part",
                "index_type AS index_type"));
        if (server.hasExpressionIndexes()) {
            values.add("expression AS expression");
        }
        return new Part(
                "index",
                "CONCAT(index_name <> 'PRIMARY', index_name)",
                "seq_in_index",
                values,
                "information_schema.statistics\nWHERE table_schema = DATABASE() AND table_name = $V");
    }

    private static Sql question(List<Part> parts, String table) {
        int width = parts.stream().mapToInt(part -> part.values().size()).max().orElse(0);
        List<Sql> selects =
                parts.stream().map(part -> part.select(width, table)).toList();
        return SYNTAX.sql("$S\nORDER BY kind, name_order, place", Sql.joined("\nUNION ALL\n", selects));
    }

    /**
     * The rows of one kind. All values go as text of one character set, so that the parts fit together.
     *
     * @param order an expression, text, and {@code place}, a number, by which they are sorted
     * @param values expressions, each with the label that it is known by
     * @param from tables and conditions, in which each {@code $V} stands for the table's name
     */
    private record Part(String kind, String order, String place, List<String> values, String from) {

        Sql select(int width, String table) {
            List<String> columns = new ArrayList<>();
            for (int index = 0; index < width; index++) {
                columns.add((index < values.size() ? text(expression(index)) : "NULL") + " AS value_" + index);
            }
            String template = "SELECT '%s' AS kind, %s AS name_order, %s AS place,\n    %s\nFROM %s"
                    .formatted(kind, text(order), place, String.join(",\n    ", columns), from);
            int names = (template.length() - template.replace("$V", "").length()) / 2;
            return SYNTAX.sql(
                    template, Collections.nCopies(names, Value.of(table)).toArray());
        }

        private static String text(String expression) {
            return "CONVERT(%s USING utf8mb4)".formatted(expression);
        }

        Row named(Row row) {
            Map<String, String> known = new HashMap<>();
            for (int index = 0; index < values.size(); index++) {
                String label = values.get(index).split(" AS ", 2)[1];
                row.optional("value_" + index).ifPresent(value -> known.put(label, value));
            }
            return new Row(known);
        }

        private String expression(int index) {
            return values.get(index).split(" AS ", 2)[0];
        }
    }
}
