package dev.aludel.dsl;

import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.function.Supplier;

/** An index that comes into being on a table that is there. */
public final class NewIndex extends IndexDefinition<NewIndex> implements Supplier<Operation> {

    private final String table;
    private boolean ifNotExists;
    private boolean concurrently;

    NewIndex(String name, String table, List<String> columns) {
        super(name, columns);
        this.table = table;
    }

    /** Leaves an index of this name that is there already as it is. */
    public NewIndex ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /**
     * Lets others write to the table while the index is built. PostgreSQL does so by {@code CREATE INDEX CONCURRENTLY}, which
     * runs outside any transaction: what the revision did before is committed first, so give such an index a revision of its
     * own. MySQL and MariaDB build every ordinary index like that ({@code ALGORITHM=INPLACE, LOCK=NONE}), and SQLite knows
     * one writer only: there it makes no difference.
     */
    public NewIndex concurrently() {
        concurrently = true;
        return this;
    }

    @Override
    NewIndex self() {
        return this;
    }

    @Override
    public Operation get() {
        return new CreateIndex(table, build(), ifNotExists, concurrently);
    }
}
