package dev.aludel.execute;

import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a revision has come. */
final class RevisionProgress {

    private final List<Action> done = new ArrayList<>();
    private final List<Action> remaining;
    private Optional<Action> running = Optional.empty();
    private int committed;
    private int started;
    private boolean ranCode;
    private boolean begunBefore;
    private State state = State.OPEN;

    /** What is known of the revision's last transaction. */
    enum State {
        /** It was rolled back. */
        ROLLED_BACK,
        /** It runs; or nobody knows how it ended, since the connection was lost, or something else than the database failed. */
        OPEN,
        /** The database was asked to commit it, and hasn't answered. */
        COMMITTING
    }

    RevisionProgress(List<Action> planned) {
        this.remaining = new ArrayList<>(planned);
    }

    void start(Action action) {
        running = Optional.of(action);
        started++;
        ranCode |= action instanceof CodeCall;
        if (!remaining.isEmpty()) {
            remaining.remove(0);
        }
    }

    void finish() {
        running.ifPresent(done::add);
        running = Optional.empty();
    }

    /** What ran failed, and this says why. */
    void explain(Action action) {
        running = Optional.of(action);
    }

    /** What ran is no part of the revision. */
    void forget() {
        running = Optional.empty();
    }

    /** A step that was planned as {@code before} runs as {@code after}, now that more is known. */
    void replace(List<Action> before, List<Action> after) {
        for (int index = 0; index < before.size() && !remaining.isEmpty(); index++) {
            remaining.remove(0);
        }
        remaining.addAll(0, after);
    }

    /** How many actions have begun. */
    int started() {
        return started;
    }

    /** How many actions are done. */
    int size() {
        return done.size();
    }

    /**
     * What ran was refused, and is undone with what was done before it.
     *
     * @param keptSize how many actions stay done
     * @param passedOver how many of the next actions won't begin
     */
    void refused(int keptSize, int passedOver) {
        running = Optional.empty();
        done.subList(Math.max(keptSize, committed), done.size()).clear();
        remaining.subList(0, Math.min(passedOver, remaining.size())).clear();
    }

    /** What is done stays done. */
    void committed() {
        committed = done.size();
    }

    /** The database is asked to make everything stay. */
    void committing() {
        state = State.COMMITTING;
    }

    /** What isn't committed is gone. */
    void rolledBack() {
        state = State.ROLLED_BACK;
        remaining.addAll(0, done.subList(committed, done.size()));
        done.subList(committed, done.size()).clear();
    }

    /** Whether Java of the revision's own has begun to run, even if its transaction was rolled back. */
    boolean ranCode() {
        return ranCode;
    }

    /** Nobody knows whether what runs took effect. */
    void inDoubt() {
        state = State.OPEN;
    }

    State state() {
        return state;
    }

    /** An earlier run carried out a part. */
    void goesOn() {
        begunBefore = true;
    }

    /** Whether something stays of what was done, by this run or by the one before it. */
    boolean isAppliedInPart() {
        return begunBefore || !statementsDone().isEmpty();
    }

    /** What runs, or failed; empty between two actions. */
    Optional<Action> running() {
        return running;
    }

    /** What changed something and stays, in order. */
    List<Action> statementsDone() {
        return done.subList(0, committed).stream()
                .filter(action -> !(action instanceof Check)
                        && !(action instanceof Statement statement && statement.isOfSession()))
                .toList();
    }

    /** What hasn't begun, in order. */
    List<Action> remaining() {
        return List.copyOf(remaining);
    }
}
