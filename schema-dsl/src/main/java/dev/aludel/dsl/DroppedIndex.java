package dev.aludel.dsl;

import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import java.util.function.Supplier;

/** An index that goes. */
public final class DroppedIndex implements Supplier<Operation> {

    private final String name;
    private final String table;
    private boolean ifExists;
    private boolean concurrently;

    DroppedIndex(String name, String table) {
        this.name = name;
        this.table = table;
    }

    /** Makes it no error that the index isn't there. */
    public DroppedIndex ifExists() {
        ifExists = true;
        return this;
    }

    /**
     * Lets others read and write the table meanwhile, as {@link NewIndex#concurrently()} does: on PostgreSQL by {@code DROP
     * INDEX CONCURRENTLY}, outside any transaction; elsewhere it makes no difference.
     */
    public DroppedIndex concurrently() {
        concurrently = true;
        return this;
    }

    @Override
    public Operation get() {
        return new DropIndex(table, name, ifExists, concurrently);
    }
}
