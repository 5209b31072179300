package dev.aludel.dsl;

import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An index that comes into being: not unique, over all rows, unless it says otherwise. */
public final class NewIndex implements Supplier<Operation> {

    private final String name;
    private final String table;
    private final List<IndexPart> parts = new ArrayList<>();
    private boolean unique;
    private boolean ifNotExists;
    private boolean concurrently;
    private Optional<String> where = Optional.empty();

    NewIndex(String name, String table, List<String> columns) {
        this.name = name;
        this.table = table;
        columns.forEach(column -> parts.add(IndexPart.column(column)));
    }

    /** Lets no two rows agree in all parts. */
    public NewIndex unique() {
        unique = true;
        return this;
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

    /** Adds a part that sorts downwards. */
    public NewIndex descending(String column) {
        parts.add(IndexPart.column(column).desc());
        return this;
    }

    /** Limits the index to rows that meet a condition, given as SQL. */
    public NewIndex where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    @Override
    public Operation get() {
        return new CreateIndex(table, new Index(name, parts, unique, where), ifNotExists, concurrently);
    }
}
