package dev.aludel.reliability;

import dev.aludel.dialect.Dialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a database holds: tables as the inspector reads them, with their rows, the version rows among them.
 *
 * @param tables by name; the shape, and then the rows as text, sorted
 */
record Snapshot(Map<String, List<String>> tables) {

    /** Says what was tried, and when: it is meant to change. */
    private static final String LOG = "alembic_version_log";

    static Snapshot of(TestDatabase database, Dialect dialect) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (String name : dialect.inspector().tableNames(connection)) {
                if (!name.equals(LOG)) {
                    tables.put(name, content(connection, name, database.kind(), dialect));
                }
            }
        }
        return new Snapshot(tables);
    }

    private static List<String> content(Connection connection, String name, DatabaseKind kind, Dialect dialect)
            throws SQLException {
        List<String> content = new ArrayList<>();
        dialect.inspector().table(connection, name).ifPresent(table -> content.add(table.toString()));
        content.addAll(rows(connection, quoted(name, kind)));
        return content;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    all.add(row(rows));
                }
            }
            all.sort(String::compareTo);
            return all;
        }
    }

    /** As bytes: a driver refuses to read what is no date as a date. */
    private static String row(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            byte[] bytes = rows.getBytes(column);
            values.add(bytes == null ? "NULL" : new String(bytes, StandardCharsets.UTF_8));
        }
        return values.toString();
    }

    private static String quoted(String name, DatabaseKind kind) {
        boolean backticks =
                Arrays.asList(DatabaseKind.MYSQL, DatabaseKind.MARIADB).contains(kind);
        String quote = backticks ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
