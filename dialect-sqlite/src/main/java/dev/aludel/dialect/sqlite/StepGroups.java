package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Step;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring steps that change one table and its indexes: what one rebuild can do together. */
final class StepGroups {

    private StepGroups() {}

    /** The steps in groups, in order; a step that belongs to no table's group stands alone. */
    static List<List<Step>> of(List<Step> steps) {
        List<List<Step>> groups = new ArrayList<>();
        for (Step step : steps) {
            List<Step> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && belongTogether(last.get(0).operation(), step.operation())) {
                last.add(step);
            } else {
                groups.add(new ArrayList<>(List.of(step)));
            }
        }
        return groups;
    }

    private static boolean belongTogether(Operation first, Operation next) {
        return changesTable(first) && changesTable(next) && first.changedTable().equals(next.changedTable());
    }

    private static boolean changesTable(Operation operation) {
        return operation instanceof AlterTable
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof RenameIndex;
    }
}
