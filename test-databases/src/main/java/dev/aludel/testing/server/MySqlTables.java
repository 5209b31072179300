package dev.aludel.testing.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a MySQL or MariaDB database, copied into another one: neither server has templates. */
final class MySqlTables {
    private MySqlTables() {}

    /**
     * Copies definitions, in the server's own words, and rows.
     *
     * @param connection of the empty database that gets them
     * @param original the database that has them; without views, triggers and generated columns
     */
    static void copy(Connection connection, String original) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The order of the names is not that of the references between tables.
            statement.execute("SET foreign_key_checks = 0");
            for (String table : tables(statement, original)) {
                statement.execute(definition(statement, original, table));
                statement.execute("INSERT INTO `" + table + "` SELECT * FROM `" + original + "`.`" + table + "`");
            }
        }
    }

    private static List<String> tables(Statement statement, String database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW TABLES FROM `" + database + "`")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String definition(Statement statement, String database, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE `" + database + "`.`" + table + "`")) {
            row.next();
            return row.getString(2);
        }
    }
}
