package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Operations that are done only if something of the schema is there, or isn't: in the database, just before the first of
 * them, or in the model where no database is connected. Undone if the model says that they were done.
 *
 * @param operations in order
 */
public record GuardedOperations(SchemaCondition condition, List<Operation> operations) implements Operation {

    public GuardedOperations {
        operations = List.copyOf(operations);
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new GuardedOperations(condition, DialectBranch.resolve(operations, dialect)));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        if (condition.holds(before)) {
            for (Operation operation : operations) {
                after = operation.applyTo(after);
            }
        }
        return after;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        Deque<List<Operation>> undoing = new ArrayDeque<>();
        if (condition.holds(before)) {
            SchemaModel current = before;
            for (Operation operation : operations) {
                undoing.addFirst(operation.reverse(current));
                current = operation.applyTo(current);
            }
        }
        return undoing.stream().flatMap(List::stream).toList();
    }

    @Override
    public String describe() {
        return "if %s: %s"
                .formatted(
                        condition.describe(),
                        operations.stream().map(Operation::describe).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean losesData() {
        return operations.stream().anyMatch(Operation::losesData);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.guarded(this);
    }
}
