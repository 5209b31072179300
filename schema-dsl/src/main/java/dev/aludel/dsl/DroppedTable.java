package dev.aludel.dsl;

import dev.aludel.operation.DropTable;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.Operation;
import dev.aludel.operation.SchemaCondition;
import dev.aludel.operation.SchemaCondition.Kind;
import java.util.List;
import java.util.function.Supplier;

/** A table that goes. */
public final class DroppedTable implements Supplier<Operation> {

    private final String name;
    private boolean ifExists;
    private boolean cascade;

    DroppedTable(String name) {
        this.name = name;
    }

    /**
     * Drops the foreign keys of other tables that refer to it before, where else the revision is refused. These are the ones
     * that the revisions know, and a downgrade brings them back; one that somebody made by hand still stops the drop.
     */
    public DroppedTable cascade() {
        cascade = true;
        return this;
    }

    /** Makes it no error that the table isn't there. */
    public DroppedTable ifExists() {
        ifExists = true;
        return this;
    }

    @Override
    public Operation get() {
        Operation drop = new DropTable(name, cascade);
        return ifExists
                ? new GuardedOperations(new SchemaCondition(Kind.TABLE, name, name, true), List.of(drop))
                : drop;
    }
}
