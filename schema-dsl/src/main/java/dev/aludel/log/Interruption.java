package dev.aludel.log;

import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A revision that may be applied in part: its run died, or failed after some of its actions took effect.
 *
 * @param entry its row in the log
 * @param runTimeMillis the time of the run that began it, in milliseconds since 1970-01-01T00:00:00Z
 * @param actions those of the steps that were begun, in order
 */
public record Interruption(LogEntry entry, Optional<Long> runTimeMillis, List<JournaledAction> actions) {

    public Interruption {
        actions = List.copyOf(actions);
    }

    public RevisionId revision() {
        return entry.revision();
    }

    public Direction direction() {
        return entry.direction();
    }

    /** The actions of one step, in order; none where it wasn't begun. */
    public List<JournaledAction> step(int step) {
        return actions.stream().filter(action -> action.step() == step).toList();
    }

    /**
     * The actions that had begun when the run ended, in order, so that nobody knows whether they took effect: one, none, or
     * those of a sequence.
     */
    public List<JournaledAction> inDoubt() {
        return actions.stream()
                .filter(action -> action.outcome() == Outcome.RUNNING)
                .toList();
    }

    /** How many actions took effect for certain, checks left out. */
    public long done() {
        return actions.stream()
                .filter(action -> action.isDone() && action.kind() != JournaledAction.Kind.CHECK)
                .count();
    }

    /** This interruption with {@code known} in the place of the action at its position. */
    public Interruption with(JournaledAction known) {
        return new Interruption(
                entry,
                runTimeMillis,
                actions.stream()
                        .map(action -> action.position() == known.position() ? known : action)
                        .toList());
    }
}
