package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.Value;
import dev.aludel.operation.Condition;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.UpdateRows;
import dev.aludel.operation.UpdateSource;
import java.math.BigDecimal;
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
    private Optional<UpdateSource> from = Optional.empty();
    private Optional<Condition> where = Optional.empty();
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

    /** Sets a column to a decimal number. */
    public RowUpdate set(String column, BigDecimal number) {
        return set(column, Value.of(number));
    }

    /** Sets a column to NULL. */
    public RowUpdate setNull(String column) {
        return set(column, Value.nothing());
    }

    /**
     * Lets values come from another table: {@code update("tasks").from("projects", "p", "p.id =
     * tasks.project_id").set("title", Value.expression("p.title"))}. Rows without a partner stay as they are.
     *
     * @param alias what the other table is called in expressions and conditions
     * @param on which of its rows belongs to a row of the updated table, as {@link #where(String, Object...)} takes it
     */
    public RowUpdate from(String source, String alias, String on, Object... values) {
        from = Optional.of(new UpdateSource(source, false, alias, Condition.of(on, values)));
        return this;
    }

    /** Lets values come from a query, given as SQL, which may read the updated table too. */
    public RowUpdate fromQuery(String query, String alias, String on, Object... values) {
        from = Optional.of(new UpdateSource(query, true, alias, Condition.of(on, values)));
        return this;
    }

    /**
     * Chooses the rows by a condition, given as SQL; without it, all rows. Each question mark stands for one of the values,
     * which become literals of the database: {@code where("domain IN (?) AND n > ?", List.of("a", "b"), 3)}.
     *
     * @param values text, whole numbers, decimals, true or false, a {@link Value}, or a collection of them
     * @throws InvalidSchemaException for a value of another kind, or an empty collection
     */
    public RowUpdate where(String condition, Object... values) {
        return where(Condition.of(condition, values));
    }

    /** Chooses the rows by a condition. */
    public RowUpdate where(Condition condition) {
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
        return new UpdateRows(table, values, from, where, reversal);
    }
}
