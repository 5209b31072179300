package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.log.Interruption;
import dev.aludel.log.Journal;
import dev.aludel.log.JournaledAction;
import dev.aludel.log.Outcome;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.sql.SQLException;
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
 * {@link JournalMarks} has the marks.
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
    private Resumption resumption;
    private Optional<JournalMarks> marks = Optional.empty();

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
        this.log = log;
        this.interruption = interruption;
        this.resumption = new Resumption(interruption);
    }

    void run() throws SQLException {
        transactions.begin(connection, waits);
        try {
            prepare();
            Journal journal = interruption.isPresent() ? reopened(interruption.get()) : opened();
            JournalMarks made = new JournalMarks(connection, lock, journal);
            marks = Optional.of(made);
            act(journal, made);
            work.recordVersion();
            made.finish(log.now());
            work.progress().committing();
            transactions.commit(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    /** Where a mark makes sure of the lock by itself, nothing but the tables' creation is committed before the first. */
    private void prepare() throws SQLException {
        boolean joined = lock.condition().isPresent() && !dialect.transactionalDdl() && interruption.isEmpty();
        if (!joined || !revision.preparation().isEmpty()) {
            lock.verify(connection);
        }
        work.prepare();
    }

    private Journal opened() throws SQLException {
        log.write(connection, log.running());
        return journal(Journal.newestEntry(connection, log.sql()));
    }

    private Journal reopened(Interruption open) throws SQLException {
        Journal reopened = journal(open.entry().number());
        settle(reopened, open);
        if (resumption.isUnderWay()) {
            work.progress().goesOn();
        }
        reopened.resume();
        transactions.commitAndBegin(connection);
        work.progress().committed();
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

    private void act(Journal journal, JournalMarks made) throws SQLException {
        JournaledActions actions = new JournaledActions(connection, lock, dialect, work, journal, made);
        if (!resumption.isUnderWay()) {
            actions.runPreconditions(revision);
        }
        actions.run(revision.compiled().steps(), new JournaledSteps(work, journal, resumption));
    }

    private void rollback(Throwable failure) {
        try {
            transactions.rollback(connection);
            work.progress().rolledBack();
            boolean inDoubt = marks.filter(JournalMarks::inDoubt).isPresent() && !dialect.transactionalDdl();
            if (inDoubt) {
                work.progress().inDoubt();
            }
            if (marks.isPresent() && !(failure instanceof LockLostException)) {
                transactions.begin(connection);
                lock.verify(connection);
                record(marks.get(), inDoubt);
                transactions.commit(connection);
            }
        } catch (SQLException | LockLostException second) {
            failure.addSuppressed(second);
        }
    }

    /** The revision's own row was rolled back too where nothing was committed since. */
    private void record(JournalMarks made, boolean inDoubt) throws SQLException {
        boolean appliedInPart = work.progress().isAppliedInPart() || resumption.isUnderWay();
        boolean isThere = inDoubt ? made.leaveInDoubt(log.now()) : made.fail(appliedInPart, log.now());
        if (!isThere) {
            log.write(connection, log.ended(Outcome.FAILED));
        }
    }
}
