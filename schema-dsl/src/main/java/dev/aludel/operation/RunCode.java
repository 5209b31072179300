package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;

/**
 * Runs Java on the connection of the migration; an offline script can't hold it, and is refused.
 *
 * @param description what it does, in a few words
 */
public record RunCode(String description, SchemaCode code, Reversal reversal) implements Operation {

    /** Java that needs no more than the connection. */
    public RunCode(String description, MigrationCode code, Reversal reversal) {
        this(description, (connection, schema) -> code.run(connection), reversal);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return reversal.require(describe());
    }

    @Override
    public String describe() {
        return "run \"%s\"".formatted(description);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runCode(this);
    }
}
