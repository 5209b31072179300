package dev.aludel.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The main database's objects, as {@code sqlite_schema} has them.
 *
 * @param objects in the order of their creation
 */
record LiveSchema(List<SchemaObject> objects) {

    LiveSchema {
        objects = List.copyOf(objects);
    }

    static LiveSchema read(Connection connection) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")) {
            while (rows.next()) {
                objects.add(new SchemaObject(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        Objects.requireNonNullElse(rows.getString(4), "")));
            }
        }
        return new LiveSchema(objects);
    }

    /** The object of this name; tables, indexes, views and triggers share their names, but for triggers. */
    Optional<SchemaObject> find(String name) {
        return objects.stream()
                .filter(object -> !object.is("trigger") && object.isCalled(name))
                .findFirst();
    }

    /** The ordinary table of this name. */
    Optional<SchemaObject> table(String name) {
        return find(name).filter(object -> object.is("table") && !object.isVirtualTable());
    }

    /** Whether it has no view and no trigger. */
    boolean hasOnlyTablesAndIndexes() {
        return objects.stream().noneMatch(object -> object.is("view") || object.is("trigger"));
    }

    /** The indexes of a table that have a text of their own, which those of constraints have not. */
    List<SchemaObject> indexesOf(String table) {
        return objects.stream()
                .filter(object -> object.is("index")
                        && object.belongsTo(table)
                        && !object.sql().isEmpty())
                .toList();
    }
}
