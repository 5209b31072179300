package dev.aludel.execute;

import dev.aludel.dialect.MigrationLock;
import dev.aludel.log.Journal;
import dev.aludel.log.Outcome;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one revision's journal says of its actions, each written while the lock is this run's.
 *
 * <p>That an action runs is said in its own transaction. Where it commits by itself, and the schema tells whether it took
 * effect, the next mark says that it is done: should the run die before, it is looked for as if the run had died in it.
 */
final class JournalMarks {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Journal journal;
    private final List<Integer> uncommitted = new ArrayList<>();
    private List<Integer> unsaid = List.of();
    private boolean inDoubt;

    JournalMarks(Connection connection, MigrationLock.Held lock, Journal journal) {
        this.connection = connection;
        this.lock = lock;
        this.journal = journal;
    }

    /** Says that actions run, and that the one before is done where that is still to be said. */
    void begin(List<Integer> positions) throws SQLException {
        write(unsaid, positions);
        unsaid = List.of();
    }

    /** From now on what began may take effect. */
    void doubt() {
        inDoubt = true;
    }

    /** Takes note of what is done, committed by itself, and told by the schema, so that the next mark may say it. */
    void tookEffect(List<Integer> positions) {
        unsaid = positions;
        uncommitted.addAll(positions);
        inDoubt = false;
    }

    /** Says that actions are done. */
    void done(List<Integer> positions) throws SQLException {
        write(positions, List.of());
    }

    /** What was said is committed. */
    void committed() {
        uncommitted.clear();
        uncommitted.addAll(unsaid);
    }

    /** Nothing that began is in doubt any more: it took no effect, or is done. */
    void settle() {
        inDoubt = false;
    }

    /** Whether an action has begun of which nobody knows whether it took effect. */
    boolean inDoubt() {
        return inDoubt;
    }

    /** Says that the revision is done, and forgets its actions. */
    void finish(Instant at) throws SQLException {
        if (!journal.end(Outcome.DONE, at, joinedLock())) {
            lock.verify(connection);
            journal.finish(Outcome.DONE, at);
        } else {
            journal.forgetFrom(1);
        }
    }

    /**
     * Says, after a rollback, that the revision is interrupted, and nothing of the action that began.
     *
     * @return whether the revision's row is there
     */
    boolean leaveInDoubt(Instant at) throws SQLException {
        repeat();
        return journal.end(Outcome.INTERRUPTED, at, Optional.empty());
    }

    /**
     * Says, after a rollback, that the action which began failed, and left nothing behind.
     *
     * @param appliedInPart whether others before it took effect, so that the revision may go on later
     * @return whether the revision's row is there
     */
    boolean fail(boolean appliedInPart, Instant at) throws SQLException {
        repeat();
        if (appliedInPart) {
            journal.failRunning();
            return journal.end(Outcome.INTERRUPTED, at, Optional.empty());
        }
        journal.forgetFrom(1);
        return journal.end(Outcome.FAILED, at, Optional.empty());
    }

    /** What is done though the transaction that said so was rolled back. */
    private void repeat() throws SQLException {
        if (!uncommitted.isEmpty()) {
            journal.mark(uncommitted, List.of(), Optional.empty());
        }
    }

    /** A driver may count changed rows only: the lock itself has the last word. */
    private void write(List<Integer> done, List<Integer> running) throws SQLException {
        Optional<Sql> condition = joinedLock();
        int marked = journal.mark(done, running, condition);
        if (condition.isPresent() && marked != done.size() + running.size()) {
            lock.verify(connection);
            journal.mark(done, running, Optional.empty());
        }
    }

    /** Makes sure of the lock, now or together with what is written next. */
    private Optional<Sql> joinedLock() throws SQLException {
        Optional<Sql> condition = lock.condition();
        if (condition.isEmpty()) {
            lock.verify(connection);
        }
        return condition;
    }
}
