package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.error.MigrationException;
import dev.aludel.log.Interruption;
import dev.aludel.log.Journal;
import dev.aludel.log.JournaledAction;
import dev.aludel.log.Outcome;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out a revision that can't be one transaction, because DDL commits by itself or a statement must run outside, and
 * keeps a journal of it.
 *
 * <p>Before an action the journal says that it runs, and after it that it is done, both in the action's own transaction.
 * So an action that can be rolled back is never in doubt: its marks go with it. A statement that commits by itself commits
 * the first mark too, before it does anything; when the run dies then, a look at the schema tells whether it took effect.
 */
final class JournaledRun {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Consumer<LockWait> waits;
    private final PlannedRevision revision;
    private final Dialect dialect;
    private final TransactionControl transactions;
    private final RevisionWork work;
    private final RevisionLog log;
    private final Optional<Interruption> interruption;
    private final Attempts attempts;
    private Resumption resumption;
    private Optional<Journal> journal = Optional.empty();
    private Optional<PendingAction> begun = Optional.empty();
    private int position;
    private boolean inDoubt;
    private List<Integer> tookEffect = List.of();

    JournaledRun(
            Connection connection,
            MigrationLock.Held lock,
            Consumer<LockWait> waits,
            Plan plan,
            PlannedRevision revision,
            RevisionWork work,
            RevisionLog log,
            Optional<Interruption> interruption) {
        this.connection = connection;
        this.lock = lock;
        this.waits = waits;
        this.revision = revision;
        this.dialect = plan.dialect();
        this.transactions = dialect.transactions();
        this.work = work;
        this.attempts = new Attempts(connection, dialect, work);
        this.log = log;
        this.interruption = interruption;
        this.resumption = new Resumption(interruption);
    }

    void run() throws SQLException {
        transactions.begin(connection, waits);
        try {
            lock.verify(connection);
            work.prepare();
            Journal opened = interruption.isPresent() ? reopened(interruption.get()) : opened();
            journal = Optional.of(opened);
            act(opened);
            lock.verify(connection);
            work.recordVersion();
            opened.finish(Outcome.DONE, log.now());
            work.progress().committing();
            transactions.commit(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    private Journal opened() throws SQLException {
        log.write(connection, log.running());
        Journal opened = journal(Journal.newestEntry(connection, log.sql()));
        commit();
        return opened;
    }

    private Journal reopened(Interruption open) throws SQLException {
        Journal reopened = journal(open.entry().number());
        settle(reopened, open);
        if (resumption.isUnderWay()) {
            work.progress().goesOn();
        }
        reopened.resume();
        commit();
        return reopened;
    }

    private void settle(Journal reopened, Interruption open) throws SQLException {
        List<JournaledAction> doubted = open.inDoubt();
        InDoubt inDoubt = new InDoubt(connection, dialect.inspector());
        List<Outcome> outcomes =
                doubted.size() == 1 ? List.of(inDoubt.outcome(open, doubted.get(0))) : inDoubt.outcomes(open, doubted);
        Interruption settled = open;
        for (int index = 0; index < doubted.size(); index++) {
            JournaledAction action = doubted.get(index);
            reopened.mark(action.position(), outcomes.get(index));
            settled = settled.with(action.with(outcomes.get(index)));
        }
        resumption = new Resumption(Optional.of(settled));
    }

    private Journal journal(long entry) {
        return new Journal(
                connection, log.sql(), revision.header().id(), revision.move().direction(), entry);
    }

    private void act(Journal opened) throws SQLException {
        if (!resumption.isUnderWay()) {
            work.run(revision.compiled().preconditions());
            endAction();
        }
        List<CompiledStep> steps = revision.compiled().steps();
        for (int number = 1; number <= steps.size(); number++) {
            CompiledStep step = steps.get(number - 1);
            attempts.enter(step);
            boolean goesOn = resumption.isBegun(number);
            List<PendingAction> pending = pending(opened, number, step);
            requireUndoable(step, pending);
            if (!attempts.run(pending.size(), () -> perform(opened, pending, goesOn))) {
                refused(opened);
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

    private void perform(Journal opened, List<PendingAction> pending, boolean goesOn) throws SQLException {
        begun = Optional.empty();
        for (List<PendingAction> together : StatementSequence.split(pending)) {
            if (together.size() == 1) {
                perform(opened, together.get(0));
            } else {
                performTogether(opened, together, goesOn);
            }
        }
    }

    /** Where a savepoint undid the attempt, what the journal said of it is undone with it. */
    private void refused(Journal opened) throws SQLException {
        if (!dialect.transactionalDdl() && begun.isPresent()) {
            opened.mark(begun.get().position(), Outcome.FAILED);
        }
        endAction();
    }

    private List<PendingAction> pending(Journal opened, int number, CompiledStep step) throws SQLException {
        if (resumption.isBegun(number)) {
            work.guards().held(step);
            List<PendingAction> rest = resumption.rest(number, step);
            work.progress()
                    .replace(
                            step.actions(),
                            rest.stream().map(PendingAction::action).toList());
            position = resumption.lastPositionBefore(number + 1);
            return rest;
        }
        if (!step.guards().isEmpty() && resumption.isLeftBehind(number)) {
            work.passOver(step);
            return List.of();
        }
        if (resumption.isPlanned(number)) {
            opened.forgetFrom(number);
        }
        return planned(opened, number, step);
    }

    private List<PendingAction> planned(Journal opened, int number, CompiledStep step) throws SQLException {
        String stepHash = JournaledAction.stepHash(step.actions());
        List<PendingAction> pending = new ArrayList<>();
        List<JournaledAction> rows = new ArrayList<>();
        for (Action action : work.actions(step)) {
            position++;
            pending.add(new PendingAction(position, action));
            rows.add(JournaledAction.planned(position, number, stepHash, action, step.readsLive()));
        }
        opened.plan(rows);
        endAction();
        return pending;
    }

    private void perform(Journal opened, PendingAction pending) throws SQLException {
        Action action = pending.action();
        if (action instanceof Check) {
            work.run(action);
        } else {
            begin(opened, pending);
            if (action instanceof Statement statement) {
                perform(statement);
            } else {
                work.run(action);
            }
            end(opened, pending);
        }
        endAction();
    }

    /** Marks before and behind the sequence: what it locks keeps the journal from being written meanwhile. */
    private void performTogether(Journal opened, List<PendingAction> together, boolean goesOn) throws SQLException {
        StatementSequence current = new StatementSequence(together, work, lock);
        lock.verify(connection);
        opened.mark(current.positions(), Outcome.RUNNING);
        commit();
        inDoubt = true;
        try {
            current.run(connection, goesOn);
        } catch (SQLException | LockLostException | CheckFailedException refused) {
            tookEffect = current.tookEffect();
            inDoubt = false;
            throw refused;
        }
        lock.verify(connection);
        opened.mark(current.positions(), Outcome.DONE);
        inDoubt = false;
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
            inDoubt = false;
            throw refused;
        }
    }

    private void end(Journal opened, PendingAction pending) throws SQLException {
        lock.verify(connection);
        opened.mark(pending.position(), Outcome.DONE);
        boolean outside = pending.action() instanceof Statement statement && !statement.transactional();
        if (outside) {
            commit();
        }
        inDoubt = false;
    }

    /** Where DDL commits by itself, locks stop single statements, and not the transaction that they share. */
    private void inside(Statement statement) throws SQLException {
        if (dialect.transactionalDdl()) {
            work.run(statement);
        } else {
            work.runAlone(statement, lock);
        }
    }

    /** In one transaction, so that nobody takes a lease over before DDL, which commits it, has reached the server. */
    private void begin(Journal opened, PendingAction pending) throws SQLException {
        lock.verify(connection);
        opened.mark(pending.position(), Outcome.RUNNING);
        begun = Optional.of(pending);
        inDoubt = true;
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

    private void commit() throws SQLException {
        transactions.commitAndBegin(connection);
        work.progress().committed();
    }

    private void rollback(Throwable failure) {
        try {
            transactions.rollback(connection);
            work.progress().rolledBack();
            if (isInDoubt()) {
                work.progress().inDoubt();
            }
            if (journal.isPresent() && !(failure instanceof LockLostException)) {
                transactions.begin(connection);
                lock.verify(connection);
                record(journal.get());
                transactions.commit(connection);
            }
        } catch (SQLException | LockLostException second) {
            failure.addSuppressed(second);
        }
    }

    private void record(Journal opened) throws SQLException {
        if (isInDoubt()) {
            opened.leave(log.now());
        } else {
            opened.mark(tookEffect, Outcome.DONE);
            opened.fail(work.progress().isAppliedInPart() || resumption.isUnderWay(), log.now());
        }
    }

    /** Whether an action that commits by itself was under way when something else than the database failed. */
    private boolean isInDoubt() {
        return inDoubt && !dialect.transactionalDdl();
    }
}
