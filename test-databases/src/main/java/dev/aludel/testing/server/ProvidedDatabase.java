package dev.aludel.testing.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database and how to connect to it.
 *
 * @param name its name on the server; for SQLite the path of its file
 * @param url its JDBC URL
 * @param user empty for SQLite
 * @param password empty for SQLite
 */
public record ProvidedDatabase(String name, String url, String user, String password) {
    /** Opens a new connection: nothing is pooled. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url;
    }
}
