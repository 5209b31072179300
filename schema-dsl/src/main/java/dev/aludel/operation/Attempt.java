package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations that are tried, and others that are done where the database refuses one of them; what was tried is undone then.
 * What follows must know the schema, so that either both leave the same one, or the author declares what counts.
 *
 * @param tried in order
 * @param instead in order; empty where nothing is done then
 * @param effect what both do to the schema, as operations that are applied to the model and never run; empty where the model
 *     tells it
 * @param reversal how to undo it; where the author said nothing, both must be undone alike
 */
public record Attempt(
        List<Operation> tried, List<Operation> instead, Optional<List<Operation>> effect, Reversal reversal)
        implements Operation {

    public Attempt {
        tried = List.copyOf(tried);
        instead = List.copyOf(instead);
        effect = effect.map(List::copyOf);
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new Attempt(
                DialectBranch.resolve(tried, dialect),
                DialectBranch.resolve(instead, dialect),
                effect.map(declared -> DialectBranch.resolve(declared, dialect)),
                reversal));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        if (effect.isPresent()) {
            return after(effect.get(), before);
        }
        SchemaModel first = after(tried, before);
        if (!first.equals(after(instead, before))) {
            throw new InvalidSchemaException(
                    "what is tried and what is done instead leave different schemas, so that nobody could know which of them the steps after it find. Let both leave the same one, or declare what counts with effect(…)");
        }
        return first;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        if (reversal.operations().isPresent()) {
            return reversal.require(describe());
        }
        List<Operation> undoing = reversed(tried, before);
        if (!undoing.equals(reversed(instead, before))) {
            throw new IrreversibleOperationException(
                    "%s cannot be undone, because nobody knows then which of the two was done: say how with reversedBy(…) or reversedByNothing(), or give the revision a downgrade"
                            .formatted(describe()));
        }
        return undoing;
    }

    @Override
    public String describe() {
        return "try: %s; or else: %s".formatted(described(tried), described(instead));
    }

    @Override
    public boolean losesData() {
        return parts().anyMatch(Operation::losesData);
    }

    /** The operations of both branches. */
    public Stream<Operation> parts() {
        return Stream.concat(tried.stream(), instead.stream());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.attempt(this);
    }

    private static SchemaModel after(List<Operation> operations, SchemaModel before) {
        SchemaModel after = before;
        for (Operation operation : operations) {
            after = operation.applyTo(after);
        }
        return after;
    }

    private static List<Operation> reversed(List<Operation> operations, SchemaModel before) {
        Deque<List<Operation>> undoing = new ArrayDeque<>();
        SchemaModel current = before;
        for (Operation operation : operations) {
            undoing.addFirst(operation.reverse(current));
            current = operation.applyTo(current);
        }
        return undoing.stream().flatMap(List::stream).toList();
    }

    private static String described(List<Operation> operations) {
        return operations.isEmpty()
                ? "nothing"
                : operations.stream().map(Operation::describe).collect(Collectors.joining(", "));
    }
}
