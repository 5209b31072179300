package dev.aludel.model;

import java.util.List;

/**
 * Columns whose values must exist as a key of another table, or of the same one.
 *
 * @param columns the referring columns, at least one
 * @param referencedColumns as many, in the order of {@code columns}
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate)
        implements Constraint {

    public ForeignKey {
        Names.require(name, "foreign key");
        columns = ColumnLists.require(columns, "foreign key", name);
        referencedColumns = ColumnLists.require(referencedColumns, "foreign key", name);
        if (columns.size() != referencedColumns.size()) {
            throw new InvalidSchemaException("foreign key \"%s\" pairs %d columns with %d referenced columns"
                    .formatted(name, columns.size(), referencedColumns.size()));
        }
    }

    @Override
    public ForeignKey withColumnRenamed(String from, String to) {
        return new ForeignKey(
                name, ColumnLists.renamed(columns, from, to), referencedTable, referencedColumns, onDelete, onUpdate);
    }

    /** This key after the referenced table's column {@code from} was renamed. */
    ForeignKey withReferencedColumnRenamed(String from, String to) {
        return new ForeignKey(
                name, columns, referencedTable, ColumnLists.renamed(referencedColumns, from, to), onDelete, onUpdate);
    }

    /** This key pointing at the same table under another name. */
    ForeignKey withReferencedTable(String table) {
        return new ForeignKey(name, columns, table, referencedColumns, onDelete, onUpdate);
    }
}
