package dev.aludel.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of the contract's two tables, whatever those are called at the moment. */
record LiveRows(Map<String, List<Map<String, String>>> byTable) {

    private static final List<String> NAMES = List.of("customers", "buyers", "orders");

    /** Columns whose values a case changes on purpose. */
    private static final List<String> CHANGING =
            List.of("placed_at", "placed_time", "state", "slug", "city", "seen", "updated_at", "token", "secret");

    static LiveRows of(TestDatabase database) throws SQLException {
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        for (String name : NAMES) {
            if (exists(database, name)) {
                rows.put(name.equals("buyers") ? "customers" : name, rows(database, name));
            }
        }
        return new LiveRows(rows);
    }

    /** Every row of {@code before} is here, with its values in the columns that are here and there. */
    void assertKeptFrom(LiveRows before) {
        byTable.forEach((table, rows) -> {
            List<Map<String, String>> earlier = before.byTable().getOrDefault(table, List.of());
            assertThat(rows).as("rows of " + table).hasSameSizeAs(earlier);
            for (Map<String, String> row : earlier) {
                assertThat(rows).as("rows of " + table).anyMatch(candidate -> agrees(candidate, row));
            }
        });
    }

    private static boolean agrees(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(other::containsKey)
                .filter(column -> !CHANGING.contains(column))
                .allMatch(column -> Objects.equals(one.get(column), other.get(column)));
    }

    private static List<Map<String, String>> rows(TestDatabase database, String table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : database.query("SELECT * FROM " + table)) {
            Map<String, String> texts = new TreeMap<>();
            row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
            rows.add(texts);
        }
        return rows;
    }

    private static boolean exists(TestDatabase database, String table) {
        try {
            database.query("SELECT 1 FROM " + table + " WHERE 1 = 0");
            return true;
        } catch (SQLException missing) {
            return false;
        }
    }
}
