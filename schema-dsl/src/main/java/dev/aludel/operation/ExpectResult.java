package dev.aludel.operation;

import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Value;
import java.util.List;

/**
 * Checks, where it stands, that a query gives a value; if not, the revision fails.
 *
 * @param expectation what must hold, in a few words
 * @param query for each dialect, a SELECT of one value
 * @param result a literal
 */
public record ExpectResult(String expectation, PerDialect<String> query, Value result) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    /** It changed nothing. */
    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of();
    }

    @Override
    public String describe() {
        return "expect that %s".formatted(expectation);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.expectResult(this);
    }
}
