package dev.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Steps cut where other guards begin to hold, so that what is compiled together is done together or not at all. */
final class GuardedSteps {

    private final List<List<Step>> runs = new ArrayList<>();

    GuardedSteps(List<Step> steps) {
        for (Step step : steps) {
            List<Step> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && last.get(0).guards().equals(step.guards())) {
                last.add(step);
            } else {
                runs.add(new ArrayList<>(List.of(step)));
            }
        }
    }

    /** What {@code compiler} makes of them, run by run. */
    List<CompiledStep> compile(Function<List<Step>, List<CompiledStep>> compiler) {
        List<CompiledStep> compiled = new ArrayList<>();
        for (List<Step> run : runs) {
            for (CompiledStep step : compiler.apply(run)) {
                compiled.add(step.withGuards(run.get(0).guards()));
            }
        }
        return compiled;
    }
}
