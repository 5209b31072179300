package dev.aludel.dsl;

import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import java.util.function.Supplier;

/** A table that goes. */
public final class DroppedTable implements Supplier<Operation> {

    private final String name;
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

    @Override
    public Operation get() {
        return new DropTable(name, cascade);
    }
}
