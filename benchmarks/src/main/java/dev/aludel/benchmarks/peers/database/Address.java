package dev.aludel.benchmarks.peers.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is.
 *
 * @param url its JDBC URL
 * @param user empty for SQLite
 * @param password empty for SQLite
 */
public record Address(Product product, String url, String user, String password) {

    private static final Pattern SERVER = Pattern.compile("//([^:/]+):(\\d+)/");

    /** Opens a new connection, in autocommit mode. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same database with one more parameter in its URL; only for servers, whose URLs have some already or none. */
    public Address with(String parameter) {
        String separator = url.contains("?") ? "&" : "?";
        return new Address(product, url + separator + parameter, user, password);
    }

    /** The server's port; only where there is a server. */
    public int port() {
        Matcher server = SERVER.matcher(url);
        if (!server.find()) {
            throw new IllegalStateException("no port in " + url);
        }
        return Integer.parseInt(server.group(2));
    }

    /** The same database, through another port of this machine. */
    public Address through(int port) {
        return new Address(product, SERVER.matcher(url).replaceFirst("//127.0.0.1:" + port + "/"), user, password);
    }

    /** The database's name on its server; for SQLite the path of its file. */
    public String name() {
        return product == Product.SQLITE
                ? url.substring("jdbc:sqlite:".length())
                : url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
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
