package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The values of one row, column by column. */
public final class RowValues {

    private final Map<String, Value> values = new LinkedHashMap<>();

    RowValues() {}

    static Map<String, Value> of(String table, Consumer<RowValues> row) {
        RowValues values = new RowValues();
        row.accept(values);
        if (values.values.isEmpty()) {
            throw new InvalidSchemaException("a row of table \"%s\" lacks its .set(column, value)".formatted(table));
        }
        return values.values;
    }

    /** Sets a column; its value may be an expression. */
    public RowValues set(String column, Value value) {
        values.put(column, value);
        return this;
    }

    /** Sets a column to text. */
    public RowValues set(String column, String text) {
        return set(column, Value.of(text));
    }

    /** Sets a column to a whole number. */
    public RowValues set(String column, long number) {
        return set(column, Value.of(number));
    }

    /** Sets a column to a decimal number. */
    public RowValues set(String column, BigDecimal number) {
        return set(column, Value.of(number));
    }

    /** Sets a column to true or false. */
    public RowValues set(String column, boolean truth) {
        return set(column, Value.of(truth));
    }

    /** Sets a column to NULL, where leaving it out would give it its default. */
    public RowValues setNull(String column) {
        return set(column, Value.nothing());
    }
}
