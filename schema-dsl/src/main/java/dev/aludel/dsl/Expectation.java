package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import dev.aludel.operation.ExpectResult;
import dev.aludel.operation.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Something that must hold once the steps before it are done. */
public final class Expectation implements Supplier<Operation> {

    private final String what;
    private final Map<DialectId, String> byDialect = new TreeMap<>();
    private Optional<String> query = Optional.empty();
    private Optional<Value> result = Optional.empty();

    Expectation(String what) {
        this.what = what;
    }

    /** A SELECT of one value, as every database understands it. */
    public Expectation query(String sql) {
        query = Optional.of(sql);
        return this;
    }

    /** A SELECT of one value in the words of one dialect. */
    public Expectation queryOn(DialectId dialect, String sql) {
        byDialect.put(dialect, sql);
        return this;
    }

    /** The number that the query must give. */
    public Expectation returns(long number) {
        result = Optional.of(Value.of(number));
        return this;
    }

    /** The text that the query must give. */
    public Expectation returns(String text) {
        result = Optional.of(Value.of(text));
        return this;
    }

    @Override
    public Operation get() {
        if (query.isEmpty() && byDialect.isEmpty()) {
            throw new InvalidSchemaException("expect(\"%s\") lacks its .query(sql)".formatted(what));
        }
        Value expected = result.orElseThrow(
                () -> new InvalidSchemaException("expect(\"%s\") lacks its .returns(value)".formatted(what)));
        return new ExpectResult(what, new PerDialect<>(byDialect, query), expected);
    }
}
