package dev.aludel.dialect.mysql;

import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a connection about its schema. */
final class Rows {

    private static final MysqlSyntax SYNTAX = new MysqlSyntax();

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /**
     * The rows that a query finds, labels in lower case. Each {@code $V} of it stands for one of {@code parameters}, which
     * goes as a literal: a parameter of the driver would come through the connection's character set, and lose what that
     * doesn't have.
     */
    List<Row> of(String query, String... parameters) throws SQLException {
        return of(SYNTAX.sql(query, Stream.of(parameters).map(Value::of).toArray()));
    }

    /** How many rows a table has, counted up to a limit. */
    int count(String table, int limit) throws SQLException {
        Sql query = SYNTAX.sql(
                "SELECT COUNT(*) AS rows_found FROM (SELECT 1 FROM $N LIMIT $S) AS counted",
                table,
                Sql.raw(String.valueOf(limit)));
        return Integer.parseInt(of(query).get(0).text("rows_found"));
    }

    /** What the server refuses a statement with; empty where it takes it. */
    Optional<SQLException> failureOf(Sql sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.text());
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(refused);
        }
    }

    /** The rows that a query finds, labels in lower case. */
    List<Row> of(Sql query) throws SQLException {
        return read(query, result -> {
            List<String> labels = labels(result.getMetaData());
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result, 1, labels));
            }
            return rows;
        });
    }

    /**
     * The rows that a query finds which says of each in its first column of what kind it is.
     *
     * @param labels by kind, what the columns from the second on are known by
     * @return the rows by their kind
     */
    Map<String, List<Row>> byKind(Sql query, Map<String, List<String>> labels) throws SQLException {
        return read(query, result -> {
            Map<String, List<Row>> rows = new HashMap<>();
            while (result.next()) {
                String kind = result.getString(1);
                rows.computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(row(result, 2, labels.getOrDefault(kind, List.of())));
            }
            return rows;
        });
    }

    /** The server, as the driver knows it since it connected. */
    MysqlServer server() throws SQLException {
        return new MysqlServer(MysqlServer.parse(connection.getMetaData().getDatabaseProductVersion()));
    }

    boolean escapesByBackslash() throws SQLException {
        return !of("SELECT @@SESSION.sql_mode AS mode").get(0).text("mode").contains("NO_BACKSLASH_ESCAPES");
    }

    private <T> T read(Sql query, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(query.text())) {
                return reading.of(result);
            }
        }
    }

    /** The values from the column {@code first} on, as many as there are labels. */
    private static Row row(ResultSet result, int first, List<String> labels) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index < labels.size(); index++) {
            String value = result.getString(first + index);
            if (value != null) {
                values.put(labels.get(index), value);
            }
        }
        return new Row(values);
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            labels.add(columns.getColumnLabel(column).toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    private interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }
}
