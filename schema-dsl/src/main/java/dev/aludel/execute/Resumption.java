package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.log.Interruption;
import dev.aludel.log.JournaledAction;
import dev.aludel.sql.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a revision goes on: what the journal holds of its steps, held against the steps as they are planned now. */
final class Resumption {

    private final Optional<Interruption> interruption;

    Resumption(Optional<Interruption> interruption) {
        this.interruption = interruption;
    }

    /** Whether some action took effect, so that the rows are no longer those before the revision. */
    boolean isUnderWay() {
        return interruption.filter(open -> open.done() > 0).isPresent();
    }

    /** Whether some action of the step took effect. */
    boolean isBegun(int number) {
        return rows(number).stream().anyMatch(JournaledAction::isDone);
    }

    /** Whether a later step was begun, and this one wasn't: it had nothing to do. */
    boolean isLeftBehind(int number) {
        return !isBegun(number)
                && interruption.stream()
                        .flatMap(open -> open.actions().stream())
                        .anyMatch(row -> row.step() > number && row.isDone());
    }

    /** Whether the journal holds the step, which may have been planned only. */
    boolean isPlanned(int number) {
        return !rows(number).isEmpty();
    }

    /** The last position of the steps before {@code number}; 0 where there are none. */
    int lastPositionBefore(int number) {
        return interruption.stream()
                .flatMap(open -> open.actions().stream())
                .filter(row -> row.step() < number)
                .mapToInt(JournaledAction::position)
                .max()
                .orElse(0);
    }

    /** The last position of all; 0 where there is none. */
    int lastPosition() {
        return lastPositionBefore(Integer.MAX_VALUE);
    }

    /** The position of the last action of the step that took effect. */
    int lastDone(int number) {
        return rows(number).stream()
                .filter(JournaledAction::isDone)
                .mapToInt(JournaledAction::position)
                .max()
                .orElseThrow();
    }

    /** Whether the step, which was begun, is another one now. */
    boolean isCorrected(int number, CompiledStep step) {
        return !isSame(rows(number), step);
    }

    /**
     * What is left of a step that was begun: the actions behind the last one that took effect.
     *
     * @throws RevisionChangedException when the step was another one when it was begun
     */
    List<PendingAction> rest(int number, CompiledStep step) {
        List<JournaledAction> rows = rows(number);
        int done = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).isDone()) {
                done = index + 1;
            }
        }
        if (done == rows.size() && isSame(rows, step)) {
            return List.of();
        }
        return isMadeFromLive(rows) ? journaled(rows, done, step) : planned(rows, done, step);
    }

    /** The actions that were made from the live schema as it was before; it can't be seen again. */
    private List<PendingAction> journaled(List<JournaledAction> rows, int done, CompiledStep step) {
        if (!isSame(rows, step)) {
            throw changed(rows.get(0));
        }
        List<PendingAction> rest = new ArrayList<>();
        List<JournaledAction> left = new ArrayList<>(sessionBefore(rows, done));
        left.addAll(rows.subList(done, rows.size()));
        for (JournaledAction row : left) {
            rest.add(new PendingAction(row.position(), row.action().orElseThrow(() -> changed(row))));
        }
        return rest;
    }

    /** What the session needs again where a sequence goes on. */
    private static List<JournaledAction> sessionBefore(List<JournaledAction> rows, int done) {
        boolean goesOn = rows.get(done - 1).isInSequence()
                && rows.subList(done, rows.size()).stream().anyMatch(JournaledAction::isInSequence);
        return goesOn
                ? rows.subList(0, done).stream()
                        .filter(JournaledAction::isOfSession)
                        .toList()
                : List.of();
    }

    /** What took effect must stand in the revision as it was; what comes after may have been corrected since. */
    private List<PendingAction> planned(List<JournaledAction> rows, int done, CompiledStep step) {
        List<Action> actions = step.actions();
        for (int index = 0; index < done; index++) {
            JournaledAction row = rows.get(index);
            if (index >= actions.size() || (row.isDone() && !row.isOf(actions.get(index)))) {
                throw changed(row);
            }
        }
        List<PendingAction> rest = new ArrayList<>();
        for (int index = done; index < actions.size(); index++) {
            rest.add(new PendingAction(rows.get(0).position() + index, actions.get(index)));
        }
        return rest;
    }

    private List<JournaledAction> rows(int number) {
        return interruption.map(open -> open.step(number)).orElse(List.of());
    }

    private static boolean isSame(List<JournaledAction> rows, CompiledStep step) {
        return rows.get(0).stepHash().equals(JournaledAction.stepHash(step.actions()));
    }

    private static boolean isMadeFromLive(List<JournaledAction> rows) {
        return rows.stream().anyMatch(row -> row.statement().isPresent());
    }

    private RevisionChangedException changed(JournaledAction row) {
        return new RevisionChangedException(interruption.orElseThrow(), row);
    }
}
