package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;

/** Java that a revision runs on its connection, knowing the schema that it finds. */
@FunctionalInterface
public interface SchemaCode {

    /**
     * Does the work. Transactions belong to the migration: neither commit nor roll back, nor close the connection.
     *
     * @param schema the schema as the revisions up to this step made it
     * @throws SQLException when the database refuses; the revision then fails
     */
    void run(Connection connection, SchemaModel schema) throws SQLException;
}
