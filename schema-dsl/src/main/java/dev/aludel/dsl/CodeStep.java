package dev.aludel.dsl;

import dev.aludel.model.NamingConvention;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.SchemaCode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Java that runs on the migration's connection. */
public final class CodeStep implements Supplier<Operation> {

    private final String description;
    private final SchemaCode code;
    private final NamingConvention naming;
    private Reversal reversal = Reversal.unknown();

    CodeStep(String description, SchemaCode code, NamingConvention naming) {
        this.naming = naming;
        this.description = description;
        this.code = code;
    }

    /** What undoes it. */
    public CodeStep reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade has nothing to undo here. */
    public CodeStep reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        return new RunCode(description, code, reversal);
    }
}
