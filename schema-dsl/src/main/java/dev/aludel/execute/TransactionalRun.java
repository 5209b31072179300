package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.log.Outcome;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Carries out a revision in one transaction, its version row and its log row inside it. */
final class TransactionalRun {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Consumer<LockWait> waits;
    private final Plan plan;
    private final PlannedRevision revision;
    private final Dialect dialect;
    private final TransactionControl transactions;
    private final RevisionWork work;
    private final StatementMessages messages;
    private final RevisionLog log;

    TransactionalRun(
            Connection connection,
            MigrationLock.Held lock,
            Consumer<LockWait> waits,
            Plan plan,
            PlannedRevision revision,
            RevisionWork work,
            NewTables newTables,
            RevisionLog log) {
        this.connection = connection;
        this.lock = lock;
        this.waits = waits;
        this.plan = plan;
        this.revision = revision;
        this.dialect = plan.dialect();
        this.transactions = dialect.transactions();
        this.work = work;
        this.messages = new StatementMessages(connection, lock, dialect, revision, work, newTables);
        this.log = log;
    }

    void run() throws SQLException {
        transactions.begin(connection, waits, work.limit().ofTransaction());
        try {
            messages.verifyLock();
            verifyVersionRows();
            act();
            work.progress().committing();
            transactions.commit(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    private void act() throws SQLException {
        messages.prepare();
        runPreconditions();
        Attempts attempts = new Attempts(connection, dialect, work);
        for (CompiledStep step : revision.compiled().steps()) {
            if (asks(step)) {
                messages.send();
            }
            attempts.enter(step);
            List<Action> actions = work.actions(step);
            attempts.run(actions.size(), () -> run(step, actions));
        }
        attempts.leave();
        messages.conclude(log.ended(Outcome.DONE));
    }

    private void runPreconditions() throws SQLException {
        if (!revision.compiled().preconditions().isEmpty()) {
            messages.send();
            work.run(revision.compiled().preconditions());
        }
    }

    /** Whether it depends on what the statements before it did. */
    private static boolean asks(CompiledStep step) {
        return !step.guards().isEmpty() || step.readsLive();
    }

    private void run(CompiledStep step, List<Action> actions) throws SQLException {
        if (step.guards().isEmpty()) {
            messages.run(step, actions);
        } else {
            work.run(actions);
        }
    }

    private void rollback(Throwable failure) {
        try {
            transactions.rollback(connection);
            work.progress().rolledBack();
            logFailure(failure);
        } catch (SQLException | LockLostException second) {
            failure.addSuppressed(second);
        }
    }

    /**
     * A log that the revision itself would have made is gone with it. Where locks stood in the way they may keep the log's
     * row waiting as well, and another try may follow.
     */
    private void logFailure(Throwable failure) throws SQLException {
        boolean anothers = failure instanceof VersionRowsMovedException || failure instanceof LockLostException;
        boolean locked =
                failure instanceof SQLException reason && dialect.lockWaits().isRetryable(reason);
        if (!anothers && !locked && revision.preparation().isEmpty()) {
            lock.verify(connection);
            log.write(connection, log.ended(Outcome.FAILED));
        }
    }

    /** Where the lock doesn't cover the whole run, another run may have moved on since the plan was made. */
    private void verifyVersionRows() throws SQLException {
        if (dialect.lock().coversWholeRun()) {
            return;
        }
        messages.send();
        Set<RevisionId> rows = new VersionRows(dialect, plan.versionTable())
                .readRows(connection)
                .orElse(Set.of());
        if (!rows.equals(revision.move().rowsBefore())) {
            throw new VersionRowsMovedException(revision.move().rowsBefore(), rows);
        }
    }
}
