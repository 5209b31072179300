package dev.aludel.dialect;

import dev.aludel.model.SchemaModel;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DropTable;
import java.util.ArrayList;
import java.util.List;

/** Drops of tables that take foreign keys of other tables along, spelled out as changes of those tables. */
final class CascadingDrops {

    private CascadingDrops() {}

    /** The steps in which each such drop follows what drops the keys. */
    static List<Step> spelledOut(List<Step> steps) {
        List<Step> spelledOut = new ArrayList<>();
        for (Step step : steps) {
            spelledOut.addAll(step.operation() instanceof DropTable drop ? spelledOut(drop, step) : List.of(step));
        }
        return spelledOut;
    }

    private static List<Step> spelledOut(DropTable drop, Step step) {
        List<Step> steps = new ArrayList<>();
        SchemaModel current = step.before();
        for (AlterTable alter : drop.droppedReferences(current)) {
            SchemaModel after = alter.applyTo(current);
            steps.add(new Step(alter, current, after, step.guards()));
            current = after;
        }
        steps.add(new Step(drop, current, step.after(), step.guards()));
        return steps;
    }
}
