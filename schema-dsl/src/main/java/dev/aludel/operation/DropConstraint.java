package dev.aludel.operation;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;

/** Drops a constraint. */
public record DropConstraint(String constraint) implements TableChange {

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        return before.withTableChanged(table, current -> current.withoutConstraint(constraint));
    }

    @Override
    public TableChange reverse(Table before) {
        return new AddConstraint(before.findConstraint(constraint)
                .orElseThrow(() -> new InvalidSchemaException(
                        "constraint \"%s\" does not exist on table \"%s\"".formatted(constraint, before.name()))));
    }

    @Override
    public String describe() {
        return "drop constraint \"%s\"".formatted(constraint);
    }
}
