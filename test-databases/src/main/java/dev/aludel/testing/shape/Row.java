package dev.aludel.testing.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a query's result, by column label. */
record Row(Map<String, @Nullable Object> values) {

    String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    @Nullable String textOrNull(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    /** Whether a number isn't 0, or a truth is true. */
    boolean truth(String column) {
        Object value = values.get(column);
        return value instanceof Number number ? number.intValue() != 0 : Boolean.TRUE.equals(value);
    }

    /** Rows in groups that share the value of {@code column}, in the order of the rows. */
    static <T> List<T> grouped(List<Row> rows, String column, Function<List<Row>, T> group) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.text(column), key -> new ArrayList<>())
                .add(row));
        return groups.values().stream().map(group).toList();
    }

    /** One column of all rows. */
    static List<String> column(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    /** The columns of a table, from rows of name, type, nullable and default_value; counts and comment may be missing. */
    static Map<String, ColumnShape> columns(List<Row> rows) {
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        rows.forEach(row -> columns.put(
                row.text("name"),
                new ColumnShape(
                        row.text("type"),
                        row.truth("nullable"),
                        row.textOrNull("default_value"),
                        row.truth("counts"),
                        row.textOrNull("comment"))));
        return columns;
    }

    /** A key, from one row a column: key_name and column_name; without rows, the key that a table lacks. */
    static KeyShape key(List<Row> rows) {
        String name = rows.isEmpty() ? null : rows.get(0).text("key_name");
        return new KeyShape(name, column(rows, "column_name"));
    }

    /** A foreign key, from one row a column: key_name, from_column, to_table, to_column, on_delete and on_update. */
    static ForeignKeyShape foreignKey(List<Row> rows) {
        Row first = rows.get(0);
        return new ForeignKeyShape(
                first.textOrNull("key_name"),
                column(rows, "from_column"),
                first.text("to_table"),
                column(rows, "to_column"),
                first.text("on_delete"),
                first.text("on_update"));
    }

    /** Checks, from rows of name and expression. */
    static List<CheckShape> checks(List<Row> rows) {
        return rows.stream()
                .map(row -> new CheckShape(row.text("name"), row.text("expression")))
                .toList();
    }

    /** An index, from one row a part: index_name, part, descending, is_unique, method and predicate. */
    static IndexShape index(List<Row> rows) {
        Row first = rows.get(0);
        List<String> parts = rows.stream()
                .map(row -> IndexShape.part(row.text("part"), row.truth("descending")))
                .toList();
        return new IndexShape(
                first.text("index_name"),
                parts,
                first.truth("is_unique"),
                first.text("method").toLowerCase(Locale.ROOT),
                first.textOrNull("predicate"));
    }
}
