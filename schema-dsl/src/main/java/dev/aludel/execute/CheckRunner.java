package dev.aludel.execute;

import dev.aludel.sql.Check;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a check's question, and puts what it finds into words. */
final class CheckRunner {

    private static final int SAMPLES = 5;
    private static final int VALUE_LENGTH = 80;

    private CheckRunner() {}

    static void run(Connection connection, Check check) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(check.query().text())) {
                if (result.next()) {
                    throw new CheckFailedException(message(check, result));
                }
            }
        }
    }

    private static String message(Check check, ResultSet result) throws SQLException {
        long count = result.getLong(1);
        List<String> samples = new ArrayList<>();
        do {
            samples.add(sample(result));
        } while (samples.size() < SAMPLES && result.next());
        return "%s: %d %s, %s%s. %s"
                .formatted(
                        check.failure().problem(),
                        count,
                        count == 1 ? "row" : "rows",
                        count > samples.size() ? "for example " : "",
                        String.join("; ", samples),
                        check.failure().advice());
    }

    private static String sample(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String> values = new ArrayList<>();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            values.add("%s = %s".formatted(columns.getColumnLabel(column), shown(result.getString(column))));
        }
        return String.join(", ", values);
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String cut = value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) + "…" : value;
        return "'" + cut + "'";
    }
}
