package dev.aludel.dsl;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.operation.CreateObject;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A function, procedure or trigger, created by statements in the databases' own words. */
public final class RawObject implements Supplier<Operation> {

    private final Function<PerDialect<List<String>>, DatabaseObject> object;
    private final boolean replacing;
    private final DialectChoices<List<String>> definition = new DialectChoices<>();

    RawObject(Function<PerDialect<List<String>>, DatabaseObject> object, boolean replacing) {
        this.object = object;
        this.replacing = replacing;
    }

    /** The whole statement that creates it on a dialect, without a terminator; several run in order. */
    public RawObject on(DialectId dialect, String... statements) {
        definition.on(dialect, List.of(statements));
        return this;
    }

    /** The whole statement that creates it on all dialects that aren't named. */
    public RawObject otherwise(String... statements) {
        definition.otherwise(List.of(statements));
        return this;
    }

    /**
     * Goes without it on all dialects that aren't named.
     *
     * @param reason why, for whoever reads the revision
     */
    public RawObject otherwiseNothing(String reason) {
        return otherwise();
    }

    @Override
    public Operation get() {
        return new CreateObject(object.apply(definition.build()), replacing);
    }
}
