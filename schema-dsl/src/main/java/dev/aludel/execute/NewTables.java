package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Effort;
import dev.aludel.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a run has created and put no rows into: to go through them takes no time. A statement whose effort nobody
 * knows may fill any of them.
 */
final class NewTables {

    private final Set<String> names = new HashSet<>();

    /** Takes note of a revision that begins. */
    void begin(PlannedRevision revision) {
        revision.compiled().steps().forEach(this::note);
        if (revision.actions().stream().anyMatch(NewTables::mayAddRows)) {
            names.clear();
        }
    }

    /** Whether the step goes through none but such tables. */
    boolean holdAll(CompiledStep step) {
        return step.steps().stream()
                .allMatch(
                        part -> table(part.operation()).filter(names::contains).isPresent());
    }

    /** The table that an operation makes or changes. */
    static Optional<String> table(Operation operation) {
        return operation instanceof CreateTable create
                ? Optional.of(create.table().name())
                : operation.changedTable();
    }

    private void note(CompiledStep step) {
        for (Step part : step.steps()) {
            if (part.operation() instanceof CreateTable create) {
                names.add(create.table().name());
            }
        }
    }

    private static boolean mayAddRows(Action action) {
        return action instanceof CodeCall
                || (action instanceof Statement statement && statement.effort() == Effort.UNKNOWN);
    }
}
