package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the foreign keys over data steps of a revision that runs with {@code foreign_keys} off: a DELETE that was meant
 * to cascade must not leave rows behind that refer to nothing.
 */
record DataStepWatch(Syntax syntax) {

    /** The steps, with the count before and after each run of neighbouring data steps. */
    List<CompiledStep> watched(List<CompiledStep> steps) {
        List<CompiledStep> watched = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            CompiledStep step = steps.get(index);
            boolean first = index == 0 || !isDataStep(steps.get(index - 1));
            boolean last = index + 1 == steps.size() || !isDataStep(steps.get(index + 1));
            watched.add(isDataStep(step) ? watched(step, first, last) : step);
        }
        return watched;
    }

    private CompiledStep watched(CompiledStep step, boolean first, boolean last) {
        ForeignKeyWatch keys = ForeignKeyWatch.onAllTables(syntax, "the database");
        List<Action> actions = new ArrayList<>();
        if (first) {
            actions.addAll(keys.before());
        }
        actions.addAll(step.actions());
        if (last) {
            actions.addAll(keys.after());
        }
        return step.withActions(actions);
    }

    private static boolean isDataStep(CompiledStep step) {
        return !step.actions().isEmpty()
                && step.steps().stream()
                        .map(single -> single.operation())
                        .anyMatch(operation -> operation instanceof ExecuteSql
                                || operation instanceof UpdateRows
                                || operation instanceof RunCode);
    }
}
