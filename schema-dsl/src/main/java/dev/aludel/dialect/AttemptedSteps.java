package dev.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds the attempts among the steps of a revision. */
final class AttemptedSteps {

    private final Function<CompiledAttempt, List<CompiledStep>> dialect;
    private final List<CompiledStep> done = new ArrayList<>();
    private final List<CompiledStep> open = new ArrayList<>();

    private AttemptedSteps(Function<CompiledAttempt, List<CompiledStep>> dialect) {
        this.dialect = dialect;
    }

    /** The steps, with each attempt as {@code dialect} makes it. */
    static List<CompiledStep> compile(
            List<CompiledStep> compiled, Function<CompiledAttempt, List<CompiledStep>> dialect) {
        AttemptedSteps steps = new AttemptedSteps(dialect);
        compiled.forEach(steps::add);
        steps.close();
        return steps.done;
    }

    private void add(CompiledStep step) {
        if (!open.isEmpty() && !isSame(open.get(0), step)) {
            close();
        }
        (step.attempt().isPresent() ? open : done).add(step);
    }

    private void close() {
        if (!open.isEmpty()) {
            CompiledAttempt attempt = new CompiledAttempt(branch(false), branch(true));
            attempt.requireUndoable();
            done.addAll(dialect.apply(attempt));
            open.clear();
        }
    }

    private List<CompiledStep> branch(boolean refused) {
        return open.stream()
                .filter(step -> step.attempt()
                        .filter(guard -> guard.refused() == refused)
                        .isPresent())
                .toList();
    }

    private static boolean isSame(CompiledStep first, CompiledStep next) {
        return first.attempt().map(Guard::number).equals(next.attempt().map(Guard::number));
    }
}
