package dev.aludel.dsl;

import dev.aludel.operation.CreateTable;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.Operation;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.operation.SchemaCondition.Kind;
import java.util.List;
import java.util.function.Supplier;

/** A table that comes into being. */
public final class CreatedTable implements Supplier<Operation> {

    private final String name;
    private final NewTable definition;
    private boolean ifNotExists;

    CreatedTable(String name, NewTable definition) {
        this.name = name;
        this.definition = definition;
    }

    /** Leaves a table of this name that is there already as it is. */
    public CreatedTable ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    public Operation get() {
        CreateTable create = new CreateTable(definition.build());
        return ifNotExists
                ? new GuardedOperations(new SchemaCondition(Kind.TABLE, name, name, false), List.of(create))
                : create;
    }
}
