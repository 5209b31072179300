package dev.aludel.operation;

import java.util.List;
import java.util.Optional;

/**
 * How an operation that the model can't see through is undone.
 *
 * @param operations what undoes it, in the order to run; empty where the author said nothing
 */
public record Reversal(Optional<List<Operation>> operations) {

    public Reversal {
        operations = operations.map(List::copyOf);
    }

    /** The author said nothing: it can't be undone. */
    public static Reversal unknown() {
        return new Reversal(Optional.empty());
    }

    /** Undone by {@code operations}, in this order; by none of them if the list is empty. */
    public static Reversal by(List<Operation> operations) {
        return new Reversal(Optional.of(operations));
    }

    List<Operation> require(String operation) {
        return operations.orElseThrow(() -> new IrreversibleOperationException(
                "%s cannot be undone, because the schema model doesn't know what it does: say how with reversedBy(…) or reversedByNothing(), or give the revision a downgrade"
                        .formatted(operation)));
    }
}
