package dev.aludel.dialect;

import dev.aludel.model.EnumType;
import dev.aludel.model.Table;
import dev.aludel.sql.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a live schema into the model: the default schema of the connection, in the model's own types where the database's
 * spelling is one that this dialect's compiler writes, as {@link dev.aludel.model.ColumnType.Native} otherwise.
 */
public interface Inspector {

    /** The names of all tables, sorted; views and the database's own tables are not among them. */
    List<String> tableNames(Connection connection) throws SQLException;

    /** The table of this name, read whole; empty where there is none. */
    Optional<Table> table(Connection connection, String name) throws SQLException;

    /**
     * The enums that are types of their own, sorted by their names; none on a database whose columns spell their words
     * themselves.
     */
    default List<EnumType> enums(Connection connection) throws SQLException {
        return List.of();
    }

    /** Whether the answer to {@code probe} is yes. */
    boolean holds(Connection connection, Probe probe) throws SQLException;

    /**
     * How many characters a text column takes; empty where it has no limit.
     *
     * @param schema the schema of {@code table}; empty for the connection's default
     */
    Optional<Integer> characterLimit(Connection connection, Optional<String> schema, String table, String column)
            throws SQLException;
}
