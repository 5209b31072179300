package dev.aludel.dsl;

import dev.aludel.model.NamingConvention;
import dev.aludel.model.Value;
import dev.aludel.operation.Condition;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A deletion of rows. */
public final class RowDeletion implements Supplier<Operation> {

    private final NamingConvention naming;
    private final String table;
    private final List<Map<String, Value>> rows = new ArrayList<>();
    private Optional<Condition> where = Optional.empty();
    private Reversal reversal = Reversal.unknown();

    RowDeletion(NamingConvention naming, String table) {
        this.naming = naming;
        this.table = table;
    }

    /** Adds rows that have these values: {@code row(r -> r.set("id", 1))}. */
    public RowDeletion row(Consumer<RowValues> values) {
        rows.add(RowValues.of(table, values));
        return this;
    }

    /** Chooses the rows by a condition, as {@link RowUpdate#where(String, Object...)} does; without it, all rows. */
    public RowDeletion where(String condition, Object... values) {
        return where(Condition.of(condition, values));
    }

    /** Chooses the rows by a condition. */
    public RowDeletion where(Condition condition) {
        where = Optional.of(condition);
        return this;
    }

    /** What undoes it. */
    public RowDeletion reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade doesn't bring the rows back. */
    public RowDeletion reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        return new DeleteRows(table, rows, where, reversal);
    }
}
