package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.error.MigrationException;
import dev.aludel.log.Journal;
import dev.aludel.log.Outcome;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Carries out the actions of a revision, each with its marks in the journal. */
final class JournaledActions {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Dialect dialect;
    private final TransactionControl transactions;
    private final RevisionWork work;
    private final Journal journal;
    private final JournalMarks marks;
    private final Attempts attempts;
    private Optional<PendingAction> begun = Optional.empty();
    private boolean hasRead;

    JournaledActions(
            Connection connection,
            MigrationLock.Held lock,
            Dialect dialect,
            RevisionWork work,
            Journal journal,
            JournalMarks marks) {
        this.connection = connection;
        this.lock = lock;
        this.dialect = dialect;
        this.transactions = dialect.transactions();
        this.work = work;
        this.journal = journal;
        this.marks = marks;
        this.attempts = new Attempts(connection, dialect, work);
    }

    /** Looks at the rows as they are before the revision. */
    void runPreconditions(PlannedRevision revision) throws SQLException {
        List<Check> preconditions = revision.compiled().preconditions();
        work.run(preconditions);
        hasRead |= !preconditions.isEmpty();
    }

    /** Carries out what is left of each step. */
    void run(List<CompiledStep> steps, JournaledSteps left) throws SQLException {
        for (int number = 1; number <= steps.size(); number++) {
            CompiledStep step = steps.get(number - 1);
            attempts.enter(step);
            boolean goesOn = left.isBegun(number);
            if (step.readsLive() || !step.guards().isEmpty()) {
                seeAnew();
            }
            List<PendingAction> pending = left.of(number, step);
            hasRead = true;
            requireUndoable(step, pending);
            if (!attempts.run(pending.size(), () -> perform(pending, goesOn))) {
                refused();
            }
        }
        attempts.leave();
    }

    /** What is told from the model only may come to more on the live table. */
    private void requireUndoable(CompiledStep step, List<PendingAction> pending) {
        boolean tried = step.attempt().filter(guard -> !guard.refused()).isPresent();
        long statements = pending.stream()
                .filter(action -> action.action() instanceof Statement)
                .count();
        if (tried && !dialect.transactionalDdl() && statements > 1) {
            throw new MigrationException(
                    "what is to be tried comes to %d statements on the table as it is, and only one can be undone here"
                            .formatted(statements));
        }
    }

    private void perform(List<PendingAction> pending, boolean goesOn) throws SQLException {
        begun = Optional.empty();
        for (List<PendingAction> together : StatementSequence.split(pending)) {
            if (together.size() == 1) {
                perform(together.get(0));
            } else {
                performTogether(together, goesOn);
            }
        }
    }

    /** Where a savepoint undid the attempt, what the journal said of it is undone with it. */
    private void refused() throws SQLException {
        if (!dialect.transactionalDdl() && begun.isPresent()) {
            journal.mark(begun.get().position(), Outcome.FAILED);
        }
        endAction();
    }

    private void perform(PendingAction pending) throws SQLException {
        Action action = pending.action();
        if (action instanceof Statement statement && isTold(statement)) {
            begin(pending);
            perform(statement);
            work.progress().committed();
            marks.tookEffect(List.of(pending.position()));
            hasRead = false;
            return;
        }
        seeAnew();
        if (action instanceof Check) {
            work.run(action);
            hasRead = true;
            return;
        }
        begin(pending);
        if (action instanceof Statement statement) {
            perform(statement);
        } else {
            work.run(action);
        }
        end(pending);
        endAction();
    }

    /** Whether the schema tells that a statement took effect, which commits by itself: nothing is lost with its last mark. */
    private boolean isTold(Statement statement) {
        return !dialect.transactionalDdl()
                && statement.transactional()
                && statement.leadsTo().isPresent()
                && statement.skippedWhen().isEmpty()
                && !statement.inSequence();
    }

    /** Marks before and behind the sequence: what it locks keeps the journal from being written meanwhile. */
    private void performTogether(List<PendingAction> together, boolean goesOn) throws SQLException {
        StatementSequence current = new StatementSequence(together, work, lock);
        marks.begin(current.positions());
        commit();
        marks.doubt();
        try {
            current.run(connection, goesOn);
        } catch (SQLException | LockLostException | CheckFailedException refused) {
            marks.tookEffect(current.tookEffect());
            throw refused;
        }
        marks.done(current.positions());
        marks.settle();
        endAction();
    }

    /** What the database refuses took no effect; whatever else goes wrong now leaves that in doubt. */
    private void perform(Statement statement) throws SQLException {
        try {
            if (statement.transactional()) {
                inside(statement);
            } else {
                outsideTransaction(statement);
            }
        } catch (SQLException | LockLostException refused) {
            marks.settle();
            throw refused;
        }
    }

    /** In one transaction, so that nobody takes a lease over before DDL, which commits it, has reached the server. */
    private void begin(PendingAction pending) throws SQLException {
        marks.begin(List.of(pending.position()));
        marks.doubt();
        begun = Optional.of(pending);
    }

    private void end(PendingAction pending) throws SQLException {
        marks.done(List.of(pending.position()));
        boolean outside = pending.action() instanceof Statement statement && !statement.transactional();
        if (outside) {
            commit();
        }
        marks.settle();
    }

    /** Where DDL commits by itself, locks stop single statements, and not the transaction that they share. */
    private void inside(Statement statement) throws SQLException {
        if (dialect.transactionalDdl()) {
            work.run(statement);
        } else {
            work.runAlone(statement, lock);
        }
    }

    private void outsideTransaction(Statement statement) throws SQLException {
        work.progress().committed();
        transactions.commit(connection);
        try (AppliedSettings settings = work.limit().lifted(connection)) {
            work.runAlone(statement, lock);
        } catch (SQLException | RuntimeException | Error failure) {
            beginAfter(failure);
            throw failure;
        }
        transactions.begin(connection);
    }

    /** A connection that was lost must not hide what the statement failed of. */
    private void beginAfter(Throwable failure) {
        try {
            transactions.begin(connection);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Where DDL is part of a transaction, actions stay together until one must run outside. */
    private void endAction() throws SQLException {
        if (!dialect.transactionalDdl()) {
            commit();
        }
    }

    /** A transaction that has read sees the rows as they were then. */
    private void seeAnew() throws SQLException {
        if (hasRead && !dialect.transactionalDdl()) {
            lock.verify(connection);
            commit();
        }
    }

    private void commit() throws SQLException {
        transactions.commitAndBegin(connection);
        work.progress().committed();
        marks.committed();
        hasRead = false;
    }
}
