package dev.aludel.dialect;

import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DeleteRows;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.InsertSelect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunCode;
import dev.aludel.operation.UpdateRows;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves checks of a table's rows to the front of the revision, as far as no step before them touches those rows: bad data
 * in the last table then stops the revision before the first table has changed. Where the revision itself creates the
 * table, and nothing has filled it yet, they are left out.
 */
final class Preconditions {

    private final List<Check> moved = new ArrayList<>();
    private final List<CompiledStep> steps = new ArrayList<>();
    private final Set<String> empty = new HashSet<>();

    Preconditions(List<CompiledStep> compiled) {
        for (CompiledStep step : compiled) {
            steps.add(step.withActions(remaining(step)));
            for (Step done : step.steps()) {
                if (step.guards().isEmpty() || !isEmptyAfter(done.operation())) {
                    follow(done.operation());
                }
            }
        }
    }

    /** The checks that go first, in their order. */
    List<Check> checks() {
        return moved;
    }

    /** The steps without those checks. */
    List<CompiledStep> steps() {
        return steps;
    }

    private List<Action> remaining(CompiledStep step) {
        List<Action> remaining = new ArrayList<>();
        for (Action action : step.actions()) {
            if (!(action instanceof Check check && check.precondition())) {
                remaining.add(action);
            } else if (step.guards().isEmpty() && isMovable(check)) {
                moved.add(check);
            } else if (!empty.contains(check.table())) {
                remaining.add(check);
            }
        }
        return remaining;
    }

    private boolean isMovable(Check check) {
        return isUntouched(check.table()) && check.others().stream().allMatch(this::isUntouched);
    }

    private boolean isUntouched(String table) {
        return steps.stream()
                .flatMap(step -> step.steps().stream())
                .noneMatch(step -> touchesRows(step.operation(), table));
    }

    /** Keeps account of the tables that are known to have no rows. */
    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            empty.add(create.table().name());
        } else if (operation instanceof RenameTable rename) {
            if (empty.remove(rename.from())) {
                empty.add(rename.to());
            }
        } else if (operation instanceof InsertRows || operation instanceof InsertSelect) {
            operation.changedTable().ifPresent(empty::remove);
        } else if (operation instanceof ExecuteSql || operation instanceof RunCode) {
            empty.clear();
        }
    }

    private static boolean touchesRows(Operation operation, String table) {
        if (operation instanceof AlterTable alter) {
            return alter.table().equals(table);
        }
        if (operation instanceof CreateTable create) {
            return create.table().name().equals(table);
        }
        if (operation instanceof RenameTable rename) {
            return rename.to().equals(table);
        }
        if (isDataStep(operation)) {
            return operation.changedTable().filter(table::equals).isPresent();
        }
        return operation instanceof AlterEnum || operation instanceof ExecuteSql || operation instanceof RunCode;
    }

    private static boolean isDataStep(Operation operation) {
        return operation instanceof UpdateRows
                || operation instanceof InsertRows
                || operation instanceof InsertSelect
                || operation instanceof DeleteRows;
    }

    /** What is guarded may not happen, and the table that is there already may have rows. */
    private static boolean isEmptyAfter(Operation operation) {
        return operation instanceof CreateTable || operation instanceof RenameTable;
    }
}
