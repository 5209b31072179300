package dev.aludel.plan;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Guard;
import dev.aludel.dialect.SchemaGuard;
import dev.aludel.dialect.Step;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Attempt;
import dev.aludel.operation.GuardedOperations;
import dev.aludel.operation.Operation;
import dev.aludel.operation.SchemaCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of one revision. What is guarded is planned for the case that it is done, and the guard goes with each of its
 * steps; without a database the model decides here and now.
 */
final class StepDraft {

    private final RecordedRevision revision;
    private final CompileContext context;
    private final LiveTables live;
    private final List<Step> steps = new ArrayList<>();
    private int guardsSeen;

    StepDraft(RecordedRevision revision, CompileContext context, LiveTables live) {
        this.revision = revision;
        this.context = context;
        this.live = live;
    }

    /** The steps of {@code operations}, which change {@code schema} one after another. */
    List<Step> steps(List<Operation> operations, GrowingSchema schema) {
        add(operations, List.of(), schema);
        return steps;
    }

    private void add(List<Operation> operations, List<Guard> guards, GrowingSchema schema) {
        for (Operation operation : operations) {
            if (operation instanceof GuardedOperations guarded) {
                addGuarded(guarded, guards, schema);
            } else if (operation instanceof Attempt attempt) {
                addAttempt(attempt, guards, schema);
            } else {
                add(operation, guards, schema);
            }
        }
    }

    private void add(Operation operation, List<Guard> guards, GrowingSchema schema) {
        operation.changedTable().ifPresent(table -> schema.knowTable(table, live));
        SchemaModel before = schema.model();
        schema.apply(revision, steps.size() + 1, operation)
                .ifPresent(after -> steps.add(new Step(operation, before, after, guards)));
    }

    private void addGuarded(GuardedOperations guarded, List<Guard> guards, GrowingSchema schema) {
        SchemaCondition condition = guarded.condition();
        schema.knowTable(condition.table(), live);
        boolean holds = condition.holds(schema.model());
        List<Guard> inner = context.isOnline() ? with(guards, new SchemaGuard(++guardsSeen, condition)) : guards;
        if (holds) {
            add(guarded.operations(), inner, schema);
        } else if (context.isOnline()) {
            assumed(condition, schema.model()).ifPresent(model -> addAside(guarded.operations(), inner, model));
        }
    }

    /** The database may be another than the model says: what is done then leaves the model as it is. */
    private void addAside(List<Operation> operations, List<Guard> guards, SchemaModel assumed) {
        int known = steps.size();
        try {
            add(operations, guards, new GrowingSchema(assumed));
        } catch (PlanningException nonsense) {
            // It makes sense on the model's own schema only, where it has nothing to do.
            steps.subList(known, steps.size()).clear();
        }
    }

    private Optional<SchemaModel> assumed(SchemaCondition condition, SchemaModel model) {
        return condition.present()
                ? live.find(condition.table())
                        .filter(table -> condition.holds(SchemaModel.of(List.of(table))))
                        .flatMap(table -> model.find(table.name())
                                .map(known -> model.withTableChanged(table.name(), old -> table)))
                : condition.assumedAbsent(model);
    }

    /** Both branches are planned on the schema as it is, and leave it as the attempt itself says. */
    private void addAttempt(Attempt attempt, List<Guard> guards, GrowingSchema schema) {
        requireOutermost(attempt, guards);
        attempt.parts()
                .flatMap(operation -> operation.changedTable().stream())
                .forEach(table -> schema.knowTable(table, live));
        int number = steps.size() + 1;
        int attempts = ++guardsSeen;
        GrowingSchema other = schema.copy();
        add(attempt.tried(), with(guards, new AttemptGuard(attempts, false)), schema.copy());
        add(attempt.instead(), with(guards, new AttemptGuard(attempts, true)), other);
        schema.apply(revision, number, attempt);
    }

    private void requireOutermost(Attempt attempt, List<Guard> guards) {
        if (guards.stream().anyMatch(AttemptGuard.class::isInstance)) {
            InvalidSchemaException nested = new InvalidSchemaException(
                    "an attempt can't hold another. Let the first one do nothing otherwise, and guard the second by what the first leaves");
            throw new PlanningException(
                    "%s. Nothing was executed".formatted(revision.problem(steps.size() + 1, attempt, nested)), nested);
        }
    }

    private static List<Guard> with(List<Guard> guards, Guard guard) {
        return Stream.concat(guards.stream(), Stream.of(guard)).toList();
    }
}
