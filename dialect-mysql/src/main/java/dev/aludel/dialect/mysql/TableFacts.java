package dev.aludel.dialect.mysql;

import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code information_schema} says of one table, asked in one question. What belongs together is joined by name in Java:
 * a JOIN of two of these views takes the server several times as long as both by themselves.
 */
final class TableFacts {

    private static final MysqlSyntax SYNTAX = new MysqlSyntax();

    private static final Part TABLE = Part.of(
            "table",
            "''",
            "1",
            List.of("table_comment AS comment", "table_collation AS collation"),
            """
            information_schema.tables
            WHERE table_schema = DATABASE() AND table_name = $V AND table_type = 'BASE TABLE'""");

    private static final Part COLUMNS = Part.of(
            "column",
            "''",
            "ordinal_position",
            List.of(
                    "column_name AS name",
                    "column_type AS type",
                    "is_nullable AS nullable",
                    "column_default AS default_value",
                    "extra AS extra",
                    "column_comment AS comment",
                    "character_set_name AS charset",
                    "collation_name AS collation",
                    "generation_expression AS generation"),
            """
            information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = $V""");

    private static final Part FOREIGN_KEYS = Part.of(
            "foreign key",
            "constraint_name",
            "ordinal_position",
            List.of(
                    "constraint_name AS name",
                    "column_name AS column_name",
                    "referenced_table_name AS referenced_table",
                    "referenced_column_name AS referenced_column"),
            """
            information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = $V AND referenced_table_name IS NOT NULL""");

    private static final Part RULES = Part.of(
            "rule",
            "constraint_name",
            "1",
            List.of("constraint_name AS name", "delete_rule AS on_delete", "update_rule AS on_update"),
            """
            information_schema.referential_constraints
            WHERE constraint_schema = DATABASE() AND table_name = $V""");

    /** Names of constraints are unique within a schema. */
    private static final Part CHECKS = Part.of(
            "check",
            "constraint_name",
            "1",
            List.of("constraint_name AS name", "check_clause AS expression"),
            """
            information_schema.check_constraints
            WHERE constraint_schema = DATABASE() AND constraint_name IN (
                SELECT constraint_name
                FROM information_schema.table_constraints
                WHERE table_schema = DATABASE() AND table_name = $V AND constraint_type = 'CHECK')""");

    private static final Part MARIADB_CHECKS = Part.of(
            "check",
            "constraint_name",
            "1",
            List.of("constraint_name AS name", "check_clause AS expression"),
            """
            information_schema.check_constraints
            WHERE constraint_schema = DATABASE() AND table_name = $V""");

    private static final Part UPDATE_TRIGGERS = Part.of(
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
        Map<String, List<String>> labels = new HashMap<>();
        parts.forEach(part -> labels.put(part.kind(), part.labels()));
        return new TableFacts(rows.byKind(question(parts, table), labels));
    }

    /** Its comment and collation; empty where there is no such table, or it is a view. */
    Optional<Row> table() {
        return of(TABLE.kind()).stream().findFirst();
    }

    /** By place; a view has some, too. */
    List<Row> columns() {
        return of(COLUMNS.kind());
    }

    /** The columns of the foreign keys, by the key's name and place in the key. */
    List<Row> foreignKeys() {
        return of(FOREIGN_KEYS.kind());
    }

    /** What foreign keys do when the row that they refer to goes or changes, by name; it takes more rights than to see their columns. */
    List<Row> rules() {
        return of(RULES.kind());
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
        List<Part> parts = new ArrayList<>(List.of(TABLE, COLUMNS, FOREIGN_KEYS, RULES, indexes(server)));
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
        return Part.of(
                "index",
                "CONCAT(index_name <> 'PRIMARY', index_name)",
                "seq_in_index",
                values,
                "information_schema.statistics\nWHERE table_schema = DATABASE() AND table_name = $V");
    }

    private static Sql question(List<Part> parts, String table) {
        int width = parts.stream().mapToInt(part -> part.labels().size()).max().orElse(0);
        List<Sql> selects =
                parts.stream().map(part -> part.select(width, table)).toList();
        return SYNTAX.sql("$S\nORDER BY kind, name_order, place", Sql.joined("\nUNION ALL\n", selects));
    }

    /**
     * The rows of one kind. All values go as text of one character set, so that the parts fit together.
     *
     * @param order an expression, text, and {@code place}, a number, by which they are sorted
     * @param labels what the values are known by, each of the expression at its place
     * @param from a table and conditions, in which {@code $V} stands for the table's name
     */
    private record Part(
            String kind, String order, String place, List<String> labels, List<String> expressions, String from) {

        /** From {@code values} that say {@code expression AS label}. */
        static Part of(String kind, String order, String place, List<String> values, String from) {
            List<String> labels = new ArrayList<>();
            List<String> expressions = new ArrayList<>();
            for (String value : values) {
                int end = value.indexOf(" AS ");
                expressions.add(value.substring(0, end));
                labels.add(value.substring(end + " AS ".length()));
            }
            return new Part(kind, order, place, labels, expressions, from);
        }

        Sql select(int width, String table) {
            StringBuilder template = new StringBuilder("SELECT\n    '" + kind + "' AS kind");
            for (int index = 0; index < width; index++) {
                String value = index < expressions.size() ? text(expressions.get(index)) : "NULL";
                template.append(",\n    ").append(value);
            }
            template.append(",\n    ").append(text(order)).append(" AS name_order");
            template.append(",\n    ").append(place).append(" AS place\nFROM ").append(from);
            return SYNTAX.sql(template.toString(), Value.of(table));
        }

        private static String text(String expression) {
            return "CONVERT(" + expression + " USING utf8mb4)";
        }
    }
}
