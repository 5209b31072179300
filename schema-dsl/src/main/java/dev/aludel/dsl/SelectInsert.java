package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PerDialect;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An insert of what a query finds. */
public final class SelectInsert implements Supplier<Operation> {

    private final NamingConvention naming;
    private final String table;
    private final List<String> columns;
    private final Map<DialectId, String> byDialect = new TreeMap<>();
    private Optional<String> query = Optional.empty();
    private boolean ignoresConflicts;
    private Reversal reversal = Reversal.unknown();

    SelectInsert(NamingConvention naming, String table, List<String> columns) {
        this.naming = naming;
        this.table = table;
        this.columns = columns;
    }

    /** The query, as every database understands it, whose columns come in the order of the insert's. */
    public SelectInsert select(String sql) {
        query = Optional.of(sql);
        return this;
    }

    /** The query in the words of one dialect. */
    public SelectInsert selectOn(DialectId dialect, String sql) {
        byDialect.put(dialect, sql);
        return this;
    }

    /** Leaves out a row that breaks a primary key or a unique constraint. */
    public SelectInsert onConflictDoNothing() {
        ignoresConflicts = true;
        return this;
    }

    /** What undoes it. */
    public SelectInsert reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade leaves the rows where they are. */
    public SelectInsert reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        if (query.isEmpty() && byDialect.isEmpty()) {
            throw new InvalidSchemaException("insertInto(\"%s\", columns…) lacks its .select(sql)".formatted(table));
        }
        return new InsertSelect(table, columns, new PerDialect<>(byDialect, query), ignoresConflicts, reversal);
    }
}
