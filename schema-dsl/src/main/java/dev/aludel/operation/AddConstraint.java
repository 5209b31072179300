package dev.aludel.operation;

import dev.aludel.model.Constraint;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;

/** Adds a primary key, foreign key, unique or check constraint, which the rows that are there must meet. */
public record AddConstraint(Constraint constraint) implements TableChange {

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        return before.withTableChanged(table, current -> current.withConstraint(constraint));
    }

    @Override
    public TableChange reverse(Table before) {
        return new DropConstraint(constraint.name());
    }

    @Override
    public String describe() {
        return "add constraint \"%s\"".formatted(constraint.name());
    }
}
