package dev.aludel.dialect;

import dev.aludel.sql.Action;
import java.util.List;
import java.util.Optional;

/**
 * What one step, or several neighbouring ones taken together, come to on a database.
 *
 * @param steps what is done, in order; at least one
 * @param actions how it is done, in order; empty where nothing is to be done here
 * @param readsLive whether {@link Compiler#refine} looks at the live schema before the actions run
 * @param warnings where the database does something else than was asked for, each a sentence without a full stop
 * @param guards what must hold in the database for it to be done, the outermost first; empty where it is done in any case
 */
public record CompiledStep(
        List<Step> steps, List<Action> actions, boolean readsLive, List<String> warnings, List<Guard> guards) {

    public CompiledStep {
        steps = List.copyOf(steps);
        actions = List.copyOf(actions);
        warnings = List.copyOf(warnings);
        guards = List.copyOf(guards);
    }

    /** A step that is done as it was asked for. */
    public CompiledStep(List<Step> steps, List<Action> actions, boolean readsLive) {
        this(steps, actions, readsLive, List.of());
    }

    /** A step that is done in any case. */
    public CompiledStep(List<Step> steps, List<Action> actions, boolean readsLive, List<String> warnings) {
        this(steps, actions, readsLive, warnings, List.of());
    }

    /** One step, known whole from the model. */
    public static CompiledStep of(Step step, List<? extends Action> actions) {
        return new CompiledStep(List.of(step), List.copyOf(actions), false);
    }

    /** The attempt that it belongs to. */
    public Optional<AttemptGuard> attempt() {
        for (Guard guard : guards) {
            if (guard instanceof AttemptGuard attempt) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    /** This step with other actions. */
    public CompiledStep withActions(List<? extends Action> newActions) {
        return new CompiledStep(steps, List.copyOf(newActions), readsLive, warnings, guards);
    }

    /** This step, with these warnings. */
    CompiledStep withWarnings(List<String> newWarnings) {
        return new CompiledStep(steps, actions, readsLive, newWarnings, guards);
    }

    /** This step, done only where these hold. */
    CompiledStep withGuards(List<Guard> newGuards) {
        return new CompiledStep(steps, actions, readsLive, warnings, newGuards);
    }
}
