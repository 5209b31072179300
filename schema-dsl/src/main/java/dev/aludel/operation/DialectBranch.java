package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations that differ from dialect to dialect. A plan holds what they are on its own dialect in place of the branch; a
 * branch that says nothing for it stays, changes nothing in the model, and is refused when it is compiled.
 *
 * @param branches the operations of each dialect, in order; an empty list where nothing is done
 */
public record DialectBranch(PerDialect<List<Operation>> branches) implements Operation {

    public DialectBranch {
        branches = branches.map(List::copyOf);
    }

    /** {@code operations} as they are on one dialect, with no branch left but those that say nothing for it. */
    public static List<Operation> resolve(List<Operation> operations, DialectId dialect) {
        List<Operation> resolved = new ArrayList<>();
        for (Operation operation : operations) {
            resolved.addAll(operation.on(dialect));
        }
        return List.copyOf(resolved);
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        Optional<List<Operation>> chosen = branches.on(dialect);
        return chosen.map(operations -> resolve(operations, dialect)).orElse(List.of(this));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(this);
    }

    @Override
    public String describe() {
        Stream<String> named = branches.byDialect().entrySet().stream()
                .map(entry -> "on %s: %s".formatted(entry.getKey(), described(entry.getValue())));
        Stream<String> others = branches.otherwise().stream().map(rest -> "otherwise: " + described(rest));
        return Stream.concat(named, others).collect(Collectors.joining("; "));
    }

    @Override
    public boolean losesData() {
        return parts().anyMatch(Operation::losesData);
    }

    /** The operations of all branches. */
    public Stream<Operation> parts() {
        Stream<List<Operation>> all =
                Stream.concat(branches.byDialect().values().stream(), branches.otherwise().stream());
        return all.flatMap(List::stream);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dialectBranch(this);
    }

    private static String described(List<Operation> operations) {
        return operations.isEmpty()
                ? "nothing"
                : operations.stream().map(Operation::describe).collect(Collectors.joining(", "));
    }
}
