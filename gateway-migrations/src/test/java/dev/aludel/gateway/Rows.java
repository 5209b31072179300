package dev.aludel.gateway;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of a query in a form that is the same on every database. */
final class Rows {

    private Rows() {}

    /** Each row by column name, a date-time with blank and six digits, NULL as {@code NULL}. */
    static List<Map<String, String>> asText(TestDatabase database, String query) {
        try {
            return database.query(query).stream().map(Rows::asText).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** Whole numbers, row by row and column by column. */
    static List<Long> numbers(TestDatabase database, String query) {
        return asText(database, query).stream()
                .flatMap(row -> row.values().stream())
                .map(Long::valueOf)
                .toList();
    }

    /** The values of a query of one column, as text. */
    static List<String> texts(TestDatabase database, String query) {
        return asText(database, query).stream()
                .flatMap(row -> row.values().stream())
                .toList();
    }

    /** The expression that gives a date-time column as text with six digits after the second. */
    static String dateTimeText(DatabaseKind kind, String column) {
        return switch (kind) {
            case SQLITE -> column;
            case POSTGRESQL -> "to_char(%s, 'YYYY-MM-DD HH24:MI:SS.US')".formatted(column);
            case MYSQL, MARIADB -> "CAST(%s AS CHAR)".formatted(column);
        };
    }

    private static Map<String, String> asText(Map<String, @Nullable Object> row) {
        Map<String, String> text = new TreeMap<>();
        row.forEach((column, value) -> text.put(column, String.valueOf(value)));
        return text;
    }
}
