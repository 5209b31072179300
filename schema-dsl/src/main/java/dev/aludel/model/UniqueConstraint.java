package dev.aludel.model;

import java.util.List;

/**
 * Columns whose values no two rows share.
 *
 * @param columns at least one, in key order
 */
public record UniqueConstraint(String name, List<String> columns) implements Constraint {

    public UniqueConstraint {
        Names.require(name, "unique constraint");
        columns = ColumnLists.require(columns, "unique constraint", name);
    }

    @Override
    public UniqueConstraint withColumnRenamed(String from, String to) {
        return new UniqueConstraint(name, ColumnLists.renamed(columns, from, to));
    }
}
