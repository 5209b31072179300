package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.Optional;

/** Drops a column and its values; constraints and indexes over it must be dropped before. */
public record DropColumn(String column) implements TableChange {

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        return before.withTableChanged(table, current -> current.withoutColumn(column));
    }

    @Override
    public TableChange reverse(Table before) {
        return new AddColumn(before.column(column), Optional.empty());
    }

    @Override
    public String describe() {
        return "drop column \"%s\"".formatted(column);
    }

    @Override
    public boolean losesData() {
        return true;
    }
}
