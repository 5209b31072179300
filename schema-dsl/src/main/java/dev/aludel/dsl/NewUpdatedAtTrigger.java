package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.Operation;
import java.util.function.Supplier;

/** A trigger that has a column hold the time of its row's last change. */
public final class NewUpdatedAtTrigger implements Supplier<Operation> {

    private final String table;
    private final String column;
    private String name;

    NewUpdatedAtTrigger(String table, String column) {
        this.table = table;
        this.column = column;
        this.name = NamingConvention.updatedAtTrigger(table, column);
    }

    /** Calls it, and the function that PostgreSQL needs for it, otherwise: {@code dropTrigger(name)} drops both. */
    public NewUpdatedAtTrigger named(String trigger) {
        name = trigger;
        return this;
    }

    @Override
    public Operation get() {
        return new CreateObject(new DatabaseObject.UpdatedAtTrigger(name, table, column), false);
    }
}
