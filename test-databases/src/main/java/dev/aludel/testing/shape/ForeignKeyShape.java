package dev.aludel.testing.shape;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name null where it has none
 */
public record ForeignKeyShape(
        @Nullable String name,
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        String onDelete,
        String onUpdate) {

    ForeignKeyShape withName(UnaryOperator<@Nullable String> naming) {
        return new ForeignKeyShape(naming.apply(name), columns, referencedTable, referencedColumns, onDelete, onUpdate);
    }
}
