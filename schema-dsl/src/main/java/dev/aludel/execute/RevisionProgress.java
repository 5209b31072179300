package dev.aludel.execute;

import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a revision has come. */
final class RevisionProgress {

    private final List<Action> done = new ArrayList<>();
    private final List<Action> remaining;
    private Optional<Action> running = Optional.empty();
    private boolean rolledBack;

    RevisionProgress(List<Action> planned) {
        this.remaining = new ArrayList<>(planned);
    }

    void start(Action action) {
        running = Optional.of(action);
        if (!remaining.isEmpty()) {
            remaining.remove(0);
        }
    }

    void finish() {
        running.ifPresent(done::add);
        running = Optional.empty();
    }

    /** A step that was planned as {@code before} runs as {@code after}, now that the live schema is known. */
    void replace(List<Action> before, List<Action> after) {
        for (int index = 0; index < before.size() && !remaining.isEmpty(); index++) {
            remaining.remove(0);
        }
        remaining.addAll(0, after);
    }

    void rolledBack() {
        rolledBack = true;
    }

    boolean isRolledBack() {
        return rolledBack;
    }

    /** What runs, or failed; empty between two actions. */
    Optional<Action> running() {
        return running;
    }

    /** What changed something, in order. */
    List<Action> statementsDone() {
        return done.stream().filter(action -> !(action instanceof Check)).toList();
    }

    /** What hasn't begun, in order. */
    List<Action> remaining() {
        return List.copyOf(remaining);
    }
}
