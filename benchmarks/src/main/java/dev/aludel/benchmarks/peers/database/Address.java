package dev.aludel.benchmarks.peers.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where a database is.
 *
 * @param url its JDBC URL
 * @param user empty for SQLite
 * @param password empty for SQLite
 */
public record Address(Product product, String url, String user, String password) {

    /** Opens a new connection, in autocommit mode. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same database with one more parameter in its URL; only for servers, whose URLs have some already or none. */
    public Address with(String parameter) {
        String separator = url.contains("?") ? "&" : "?";
        return new Address(product, url + separator + parameter, user, password);
    }

    /** Executes statements one by one in autocommit mode. */
    public void execute(Iterable<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first row of a query as text, its columns separated by blanks. */
    public String row(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.append(column == 1 ? "" : " ").append(rows.getString(column));
            }
            return row.toString();
        }
    }
}
