package dev.aludel.execute;

import dev.aludel.dialect.MigrationLock;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring statements of a step that run in one go; whatever happens, the session is put right at the end. */
final class StatementSequence {

    private final List<PendingAction> actions;
    private final RevisionWork work;
    private final MigrationLock.Held lock;
    private final List<Integer> tookEffect = new ArrayList<>();

    StatementSequence(List<PendingAction> actions, RevisionWork work, MigrationLock.Held lock) {
        this.actions = List.copyOf(actions);
        this.work = work;
        this.lock = lock;
    }

    /** The actions of a step in the groups that run in one go: sequences, and all else by itself. */
    static List<List<PendingAction>> split(List<PendingAction> pending) {
        List<List<PendingAction>> groups = new ArrayList<>();
        int last = lastInSequence(pending);
        for (int index = 0; index < pending.size(); index++) {
            int end = isInSequence(pending.get(index)) ? last : index;
            groups.add(pending.subList(index, end + 1));
            index = end;
        }
        return groups;
    }

    /** The journal's positions of the statements. */
    List<Integer> positions() {
        return actions.stream()
                .filter(pending -> pending.action() instanceof Statement)
                .map(PendingAction::position)
                .toList();
    }

    /** The positions of those that changed something that stays. */
    List<Integer> tookEffect() {
        return List.copyOf(tookEffect);
    }

    /**
     * Carries them out.
     *
     * @param goesOn whether another run carried out a part of them, so that others could get in between
     */
    void run(Connection connection, boolean goesOn) throws SQLException {
        int next = 0;
        try {
            for (; next < actions.size(); next++) {
                run(actions.get(next), goesOn);
            }
        } catch (SQLException | RuntimeException | Error failure) {
            putRight(connection, actions.subList(next, actions.size()), failure);
            throw failure;
        }
    }

    private void run(PendingAction pending, boolean goesOn) throws SQLException {
        Action action = pending.action();
        if (action instanceof Statement statement) {
            work.runAlone(statement, lock);
            work.progress().committed();
            if (!statement.isOfSession()) {
                tookEffect.add(pending.position());
            }
        } else if (action instanceof Check check && check.whenResumed() && !goesOn) {
            work.leaveOut(action);
        } else {
            work.run(action);
        }
    }

    /** Of what is left, all that concerns the session alone. */
    private static void putRight(Connection connection, List<PendingAction> left, Throwable failure) {
        int end = left.size();
        while (end > 0 && left.get(end - 1).action() instanceof Statement statement && statement.isOfSession()) {
            end--;
        }
        for (PendingAction pending : left.subList(end, left.size())) {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(((Statement) pending.action()).sql().text());
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
        }
    }

    private static int lastInSequence(List<PendingAction> pending) {
        int last = pending.size() - 1;
        while (last > 0 && !isInSequence(pending.get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isInSequence(PendingAction pending) {
        return pending.action() instanceof Statement statement && statement.inSequence();
    }
}
