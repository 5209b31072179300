package dev.aludel.benchmarks.peers.database;

import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** The servers that databases are on. */
public final class Servers {

    private Servers() {}

    /** The product's version, as its driver has it. */
    public static String version(Product product) throws SQLException {
        try (TestDatabase database = Databases.create(product);
                Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
