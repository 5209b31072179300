package dev.aludel.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks a connection about its schema. */
final class Rows {

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** The rows that a query with {@code parameters} finds, labels in lower case. */
    List<Row> of(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return read(result);
            }
        }
    }

    /** The rows of a statement that takes no parameters. */
    List<Row> ofPlain(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(query)) {
                return read(result);
            }
        }
    }

    boolean isMariaDb() throws SQLException {
        return MysqlServer.parse(connection.getMetaData().getDatabaseProductVersion())
                .product()
                .equals(MysqlServer.MARIADB);
    }

    boolean escapesByBackslash() throws SQLException {
        return !ofPlain("SELECT @@SESSION.sql_mode AS mode").get(0).text("mode").contains("NO_BACKSLASH_ESCAPES");
    }

    private static List<Row> read(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> values = new HashMap<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                String value = result.getString(column);
                if (value != null) {
                    values.put(result.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT), value);
                }
            }
            rows.add(new Row(values));
        }
        return rows;
    }
}
