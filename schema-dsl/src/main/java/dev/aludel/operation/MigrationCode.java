package dev.aludel.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** Java that a revision runs on its connection. */
@FunctionalInterface
public interface MigrationCode {

    /**
     * Does the work. Transactions belong to the migration: neither commit nor roll back, nor close the connection.
     *
     * @throws SQLException when the database refuses; the revision then fails
     */
    void run(Connection connection) throws SQLException;
}
