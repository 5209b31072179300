package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Step;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Groups the steps of a revision: neighbouring changes of one table become batches, everything else stays by itself. An
 * operation on another table, or a data step, ends a batch; indexes of several tables may come and go in any order, so that
 * each table has one batch of them.
 */
final class StepFolding {

    private final List<Folded> folded = new ArrayList<>();
    private final Map<String, TableBatch> open = new LinkedHashMap<>();
    private String newest = "";

    private StepFolding() {}

    /** What is compiled together: a batch, or a step by itself. */
    record Folded(Step step, Optional<TableBatch> batch, boolean isPointless) {}

    /** The groups, in the order of the steps. */
    static List<Folded> of(List<Step> steps) {
        StepFolding folding = new StepFolding();
        for (int index = 0; index < steps.size(); index++) {
            folding.add(steps.get(index), steps.subList(index + 1, steps.size()));
        }
        folding.close();
        return folding.folded;
    }

    private void add(Step step, List<Step> later) {
        if (step.operation() instanceof DropIndex drop && isDroppedNext(drop.table(), later)) {
            close();
            folded.add(new Folded(step, Optional.empty(), true));
        } else if (isFoldable(step.operation())) {
            single(step).forEach(this::fold);
        } else {
            close();
            folded.add(new Folded(step, Optional.empty(), false));
        }
    }

    private void fold(Step single) {
        String table = single.operation().changedTable().orElseThrow();
        boolean passesOthers = isOfIndex(single) && others(table).allMatch(StepFolding::isOfIndexes);
        if (!passesOthers && !table.equals(newest)) {
            close();
        }
        boolean taken = Optional.ofNullable(open.get(table))
                .filter(batch -> batch.offer(single))
                .isPresent();
        if (!taken) {
            begin(table, single);
        }
    }

    /** What a batch of the same table does not take comes after it, and after all that it passed. */
    private void begin(String table, Step single) {
        if (open.containsKey(table)) {
            close();
        }
        TableBatch batch = new TableBatch(table, single.before());
        batch.offer(single);
        open.put(table, batch);
        newest = table;
    }

    private void close() {
        open.values().forEach(batch -> folded.add(new Folded(batch.steps().get(0), Optional.of(batch), false)));
        open.clear();
        newest = "";
    }

    private Stream<TableBatch> others(String table) {
        return open.values().stream().filter(batch -> !batch.table().equals(table));
    }

    private static boolean isOfIndexes(TableBatch batch) {
        return batch.steps().stream().allMatch(StepFolding::isOfIndex);
    }

    private static boolean isOfIndex(Step step) {
        return !(step.operation() instanceof AlterTable);
    }

    private static boolean isFoldable(Operation operation) {
        return operation instanceof AlterTable
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof RenameIndex;
    }

    /** One step for each change of an ALTER. */
    private static List<Step> single(Step step) {
        if (!(step.operation() instanceof AlterTable alter)) {
            return List.of(step);
        }
        List<Step> singles = new ArrayList<>();
        SchemaModel before = step.before();
        for (TableChange change : alter.changes()) {
            AlterTable one = new AlterTable(alter.table(), List.of(change));
            SchemaModel after = one.applyTo(before);
            singles.add(new Step(one, before, after));
            before = after;
        }
        return singles;
    }

    /** Whether the table goes in the same revision, and nothing before that could miss the index. */
    private static boolean isDroppedNext(String table, List<Step> later) {
        for (Step step : later) {
            Operation operation = step.operation();
            if (operation instanceof DropTable drop && drop.table().equals(table)) {
                return true;
            }
            boolean harmless = operation instanceof DropIndex || operation instanceof DropTable;
            if (!harmless) {
                return false;
            }
        }
        return false;
    }
}
