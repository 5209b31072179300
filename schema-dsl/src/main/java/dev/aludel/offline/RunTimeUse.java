package dev.aludel.offline;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.Operation;
import dev.aludel.operation.TableChange;
import dev.aludel.operation.UpdateRows;
import dev.aludel.plan.Plan;
import java.util.stream.Stream;

/** Whether a plan writes the time of the run anywhere. */
final class RunTimeUse {

    private RunTimeUse() {}

    static boolean in(Plan plan) {
        return plan.revisions().stream()
                .flatMap(revision -> revision.compiled().steps().stream())
                .map(CompiledStep::steps)
                .flatMap(steps -> steps.stream())
                .flatMap(step -> values(step.operation()))
                .anyMatch(Value.RunTimeMillis.class::isInstance);
    }

    private static Stream<Value> values(Operation operation) {
        if (operation instanceof UpdateRows update) {
            return update.values().values().stream();
        }
        if (operation instanceof InsertRows insert) {
            return insert.rows().stream().flatMap(row -> row.values().stream());
        }
        if (operation instanceof AlterTable alter) {
            return alter.changes().stream().flatMap(RunTimeUse::values);
        }
        return Stream.empty();
    }

    private static Stream<Value> values(TableChange change) {
        if (change instanceof AddColumn add) {
            return add.fill().stream();
        }
        return change instanceof AlterColumn alter ? alter.fillNull().stream() : Stream.empty();
    }
}
