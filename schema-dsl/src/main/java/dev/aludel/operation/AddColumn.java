package dev.aludel.operation;

import dev.aludel.model.Column;
import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.Optional;

/**
 * Adds a column at the end of a table.
 *
 * @param fill what the rows that are there get; empty for the column's default, or NULL
 */
public record AddColumn(Column column, Optional<Value> fill) implements TableChange {

    public AddColumn {
        boolean fillsItself =
                column.autoIncrement().isPresent() || column.generated().isPresent();
        if (fillsItself && fill.isPresent()) {
            throw new InvalidSchemaException(
                    "column \"%s\" has a fill, but the database makes its values".formatted(column.name()));
        }
    }

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        before.requireKnown(column.type());
        return before.withTableChanged(table, current -> current.withColumn(column));
    }

    @Override
    public TableChange reverse(Table before) {
        return new DropColumn(column.name());
    }

    @Override
    public TableChange on(DialectId dialect) {
        return new AddColumn(column.on(dialect), fill.map(value -> value.on(dialect)));
    }

    @Override
    public String describe() {
        return "add column \"" + column.name() + "\"";
    }
}
