package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts a {@link ForeignKeyWatch} around the steps of a revision that runs with {@code foreign_keys} off: around its
 * rebuilds, and around its data steps too, since a DELETE that was meant to cascade leaves rows behind that refer to
 * nothing. A renamed table ends the watch, which knows tables by their names.
 */
final class WatchedSteps {

    private final Syntax syntax;
    private final Predicate<CompiledStep> isRebuild;
    private final List<CompiledStep> watched = new ArrayList<>();
    private final List<Integer> risky = new ArrayList<>();

    WatchedSteps(Syntax syntax, Predicate<CompiledStep> isRebuild) {
        this.syntax = syntax;
        this.isRebuild = isRebuild;
    }

    List<CompiledStep> of(List<CompiledStep> steps) {
        for (CompiledStep step : steps) {
            if (has(step, RenameTable.class)) {
                watch();
            }
            if (isRebuild.test(step) || isDataStep(step)) {
                risky.add(watched.size());
            }
            watched.add(step);
        }
        watch();
        return watched;
    }

    /** Watches from the first risky step since the last watch to the last one. */
    private void watch() {
        if (risky.isEmpty()) {
            return;
        }
        ForeignKeyWatch keys = keys();
        int first = risky.get(0);
        int last = risky.get(risky.size() - 1);
        List<Action> opening = new ArrayList<>(List.of(keys.before()));
        opening.addAll(watched.get(first).actions());
        watched.set(first, watched.get(first).withActions(opening));
        List<Action> closing = new ArrayList<>(watched.get(last).actions());
        closing.addAll(keys.after());
        watched.set(last, watched.get(last).withActions(closing));
        risky.clear();
    }

    private ForeignKeyWatch keys() {
        TouchedKeys touched = new TouchedKeys();
        for (int index : risky) {
            CompiledStep step = watched.get(index);
            if (isDataStep(step)) {
                return ForeignKeyWatch.onAllTables(syntax);
            }
            touched.take(step.steps());
        }
        return ForeignKeyWatch.onKeys(syntax, touched);
    }

    private static boolean isDataStep(CompiledStep step) {
        return !step.actions().isEmpty()
                && (has(step, ExecuteSql.class) || has(step, UpdateRows.class) || has(step, RunCode.class));
    }

    private static boolean has(CompiledStep step, Class<? extends Operation> kind) {
        for (Step done : step.steps()) {
            if (kind.isInstance(done.operation())) {
                return true;
            }
        }
        return false;
    }
}
