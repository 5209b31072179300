package dev.aludel.dialect.postgres;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.Effort;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * More memory for what sorts a whole table: index builds, rewrites with their indexes, checks of foreign keys. It is
 * {@code maintenance_work_mem} (the manual, 19.4.1), raised for the transaction and never lowered.
 *
 * @param mebibytes how much; 0 leaves the server's setting
 */
record MaintenanceMemory(int mebibytes) {

    /** Four times the server's own default. */
    static final int STANDARD = 256;

    /** The steps with the memory raised before the first that can use it; only a transaction can bound that. */
    List<CompiledStep> givenTo(List<CompiledStep> steps, Syntax syntax) {
        int first = firstUser(steps);
        if (mebibytes == 0 || first < 0 || !areTransactional(steps)) {
            return steps;
        }
        List<Action> actions = new ArrayList<>(List.of(raise(syntax)));
        actions.addAll(steps.get(first).actions());
        List<CompiledStep> given = new ArrayList<>(steps);
        given.set(first, steps.get(first).withActions(actions));
        return given;
    }

    private static int firstUser(List<CompiledStep> steps) {
        for (int index = 0; index < steps.size(); index++) {
            SchemaModel start = steps.get(0).steps().get(0).before();
            if (steps.get(index).actions().stream().anyMatch(MaintenanceMemory::rewrites)
                    || steps.get(index).steps().stream().anyMatch(step -> sorts(step, start))) {
                return index;
            }
        }
        return -1;
    }

    private static boolean rewrites(Action action) {
        return action instanceof Statement statement && statement.lock().rewritesTable();
    }

    /** Whether it reads a table whole that may have rows, since it is older than the revision. */
    private static boolean sorts(Step step, SchemaModel start) {
        boolean sorts = step.operation() instanceof CreateIndex
                || (step.operation() instanceof AlterTable alter
                        && alter.changes().stream().anyMatch(AddConstraint.class::isInstance));
        return sorts && step.operation().changedTable().flatMap(start::find).isPresent();
    }

    private static boolean areTransactional(List<CompiledStep> steps) {
        return steps.stream()
                .flatMap(step -> step.actions().stream())
                .allMatch(action -> !(action instanceof Statement statement) || statement.transactional());
    }

    private Statement raise(Syntax syntax) {
        Sql body = Sql.raw(
                """
                BEGIN
                    PERFORM set_config('maintenance_work_mem', '{size}', true)
                    WHERE pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('{size}');
                END"""
                        .replace("{size}", mebibytes + "MB"));
        return Statement.of(
                        DoBlock.of(syntax, body),
                        "let the transaction sort in %d MB of memory".formatted(mebibytes),
                        LockImpact.none())
                .asRepeatable()
                .taking(Effort.DECLARATION);
    }
}
