package dev.aludel.model;

import java.util.List;

/**
 * The key that identifies a row.
 *
 * @param name the constraint's name; MySQL and SQLite keep none
 * @param columns at least one, in key order
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

    public PrimaryKey {
        Names.require(name, "primary key");
        columns = ColumnLists.require(columns, "primary key", name);
    }

    @Override
    public PrimaryKey withColumnRenamed(String from, String to) {
        return new PrimaryKey(name, ColumnLists.renamed(columns, from, to));
    }
}
