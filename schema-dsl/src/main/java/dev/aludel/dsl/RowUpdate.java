package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.Value;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.UpdateRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An update of existing rows. */
public final class RowUpdate implements Supplier<Operation> {

    private final String table;
    private final NamingConvention naming;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private Optional<String> where = Optional.empty();
    private Reversal reversal = Reversal.unknown();

    RowUpdate(String table, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
    }

    /** Sets a column; its value may be an expression, {@code Value.expression("lower(email)")}. */
    public RowUpdate set(String column, Value value) {
        values.put(column, value);
        return this;
    }

    /** Sets a column to text. */
    public RowUpdate set(String column, String text) {
        return set(column, Value.of(text));
    }

    /** Sets a column to a whole number. */
    public RowUpdate set(String column, long number) {
        return set(column, Value.of(number));
    }

    /** Sets a column to true or false. */
    public RowUpdate set(String column, boolean truth) {
        return set(column, Value.of(truth));
    }

    /** Chooses the rows by a condition, given as SQL; without it, all rows. */
    public RowUpdate where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    /** What undoes it. */
    public RowUpdate reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade leaves the new values as they are. */
    public RowUpdate reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        if (values.isEmpty()) {
            throw new InvalidSchemaException("update(\"%s\") lacks its .set(column, value)".formatted(table));
        }
        return new UpdateRows(table, values, where, reversal);
    }
}
