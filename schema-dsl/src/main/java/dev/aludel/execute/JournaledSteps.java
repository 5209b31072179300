package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.log.Journal;
import dev.aludel.log.JournaledAction;
import dev.aludel.sql.Action;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is to be done of each step, written down in the journal before it begins. */
final class JournaledSteps {

    private final RevisionWork work;
    private final Journal journal;
    private final Resumption resumption;
    private int position;

    JournaledSteps(RevisionWork work, Journal journal, Resumption resumption) {
        this.work = work;
        this.journal = journal;
        this.resumption = resumption;
    }

    /** Whether an earlier run carried out a part of the step. */
    boolean isBegun(int number) {
        return resumption.isBegun(number);
    }

    /** The actions of the step {@code number} that are left, as they are to run on the schema as it is now. */
    List<PendingAction> of(int number, CompiledStep step) throws SQLException {
        if (resumption.isBegun(number)) {
            return rest(number, step);
        }
        if (!step.guards().isEmpty() && resumption.isLeftBehind(number)) {
            work.passOver(step);
            return List.of();
        }
        if (resumption.isPlanned(number)) {
            journal.forgetFrom(number);
        }
        return planned(number, step, work.actions(step));
    }

    private List<PendingAction> rest(int number, CompiledStep step) throws SQLException {
        work.guards().held(step);
        List<PendingAction> rest = resumption.rest(number, step);
        work.progress()
                .replace(
                        step.actions(), rest.stream().map(PendingAction::action).toList());
        position = Math.max(position, resumption.lastPositionBefore(number + 1));
        return resumption.isCorrected(number, step) ? corrected(number, step, rest) : rest;
    }

    /**
     * What is left of a step that is another one than when it was begun takes the place of what was left then, at positions
     * behind all others.
     */
    private List<PendingAction> corrected(int number, CompiledStep step, List<PendingAction> rest) throws SQLException {
        journal.forget(number, resumption.lastDone(number));
        position = Math.max(position, resumption.lastPosition());
        return planned(number, step, rest.stream().map(PendingAction::action).toList());
    }

    private List<PendingAction> planned(int number, CompiledStep step, List<Action> actions) throws SQLException {
        String stepHash = JournaledAction.stepHash(step.actions());
        List<PendingAction> pending = new ArrayList<>();
        List<JournaledAction> rows = new ArrayList<>();
        for (Action action : actions) {
            position++;
            pending.add(new PendingAction(position, action));
            rows.add(JournaledAction.planned(position, number, stepHash, action, step.readsLive()));
        }
        journal.plan(rows);
        return pending;
    }
}
