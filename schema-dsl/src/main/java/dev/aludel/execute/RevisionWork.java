package dev.aludel.execute;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.TransactionControl;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.PendingStatements.Part;
import dev.aludel.execute.PendingStatements.Pending;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The work on one revision: carries out its actions one by one, and knows how far it has come. */
final class RevisionWork {

    private final Connection connection;
    private final PlannedRevision revision;
    private final Dialect dialect;
    private final Compiler compiler;
    private final ActionRunner runner;
    private final RevisionProgress progress;
    private final GuardAnswers guards;
    private final LockLimit limit;
    private final LockRetries retries;
    private final TransactionControl transactions;
    private final LockWaits lockWaits;
    private final PendingStatements pending;
    private final MigrationListener listener;
    private Optional<CompiledStep> step = Optional.empty();
    private Optional<Exception> failure = Optional.empty();

    RevisionWork(
            Connection connection,
            Plan plan,
            PlannedRevision revision,
            CompileContext context,
            LockWaiting waiting,
            NewTables newTables,
            MigrationListener listener) {
        this.connection = connection;
        this.revision = revision;
        this.listener = listener;
        this.dialect = plan.dialect();
        this.compiler = dialect.compiler(context);
        this.runner = new ActionRunner(connection, dialect, revision, listener);
        this.limit = new LockLimit(dialect, waiting.limit());
        this.retries = new LockRetries(connection, dialect.lockWaits(), waiting, revision, listener);
        this.guards = new GuardAnswers(connection, dialect.inspector());
        this.progress = new RevisionProgress(revision.actions());
        this.transactions = plan.dialect().transactions();
        this.lockWaits = plan.dialect().lockWaits();
        this.pending = new PendingStatements(transactions.sendsTogether(), newTables);
    }

    RevisionProgress progress() {
        return progress;
    }

    /** How the revision's statements wait for locks. */
    LockLimit limit() {
        return limit;
    }

    /** What is to be said of locks that stood in the way of the last action. */
    Optional<String> lockRemark() {
        return retries.remark();
    }

    /** What the last action wanted to lock. */
    LockTarget lockTarget() {
        return step.map(under -> LockTarget.of(under, progress.running())).orElseGet(LockTarget::unknown);
    }

    long rowsChanged() {
        return runner.rowsChanged();
    }

    /** The actions of a step as they are to run on the schema as it is now. */
    List<Action> actions(CompiledStep next) throws SQLException {
        step = Optional.of(next);
        if (!guards.hold(next)) {
            passOver(next);
            return List.of();
        }
        if (!next.readsLive()) {
            return next.actions();
        }
        List<Action> actions = compiler.refine(next, connection).actions();
        progress.replace(next.actions(), actions);
        return actions;
    }

    /** Leaves a step out, whose guards don't hold. */
    void passOver(CompiledStep next) {
        progress.replace(next.actions(), List.of());
    }

    /** What the database answered to the guards of the steps. */
    GuardAnswers guards() {
        return guards;
    }

    /** Creates the bookkeeping's tables, which is no part of the revision. */
    void prepare() throws SQLException {
        for (Statement statement : revision.preparation()) {
            progress.start(statement);
            runner.run(statement);
            progress.forget();
        }
    }

    /** The same inside the revision's transaction, perhaps only when {@link #send} is called. */
    void prepareTogether() throws SQLException {
        if (pending.together()) {
            revision.preparation().forEach(statement -> pending.add(Part.PREPARATION, statement));
        } else {
            prepare();
        }
    }

    /** Leaves an action out, which isn't needed. */
    void leaveOut(Action action) {
        progress.start(action);
        progress.forget();
    }

    void run(List<? extends Action> actions) throws SQLException {
        for (Action action : actions) {
            run(action);
        }
    }

    /**
     * Carries out the actions of a step inside the revision's transaction; what comes last of them perhaps only when {@link
     * #send} is called, with what follows.
     */
    void runTogether(CompiledStep under, List<Action> actions) throws SQLException {
        for (Action action : actions) {
            if (pending.takes(under, action)) {
                Statement statement = (Statement) action;
                if (pending.endsBefore(under, statement)) {
                    send();
                }
                pending.add(under, statement);
            } else {
                send();
                run(action);
                pending.ran(under, action);
            }
        }
    }

    /** Carries out what was put off. */
    void send() throws SQLException {
        Optional<CompiledStep> current = step;
        List<Pending> batch = pending.take();
        if (batch.size() == 1) {
            begin(batch.get(0));
            runBegun(batch.get(0));
        } else if (!batch.isEmpty()) {
            send(batch);
        }
        step = current;
    }

    private void send(List<Pending> batch) throws SQLException {
        begin(batch.get(0));
        long start = System.nanoTime();
        List<Sql> sql =
                batch.stream().map(statement -> statement.statement().sql()).toList();
        List<Long> rows;
        try {
            rows = transactions.sendTogether(connection, sql);
        } catch (SQLException refused) {
            if (connection.isClosed()) {
                throw refused;
            }
            runOneByOne(batch, refused);
            return;
        }
        tell(batch, Duration.ofNanos(System.nanoTime() - start).dividedBy(batch.size()), rows);
    }

    /** The first is known to have begun. */
    private void tell(List<Pending> batch, Duration each, List<Long> rows) {
        end(batch.get(0), each, rows.get(0));
        for (int index = 1; index < batch.size(); index++) {
            begin(batch.get(index));
            end(batch.get(index), each, rows.get(index));
        }
    }

    /** Finds out which one is refused. Who stood in the way of {@code refused} most likely still does. */
    private void runOneByOne(List<Pending> batch, SQLException refused) throws SQLException {
        try (AppliedSettings settings = limit.withoutWaiting(connection)) {
            runBegun(batch.get(0));
            for (Pending next : batch.subList(1, batch.size())) {
                begin(next);
                runBegun(next);
            }
        } catch (SQLException found) {
            throw lockWaits.isRetryable(found) && lockWaits.isRetryable(refused) ? refused : found;
        }
    }

    private void begin(Pending next) {
        step = next.step();
        if (next.part() != Part.LOG_ROW) {
            progress.start(next.statement());
            runner.begin(next.statement());
        }
    }

    private void runBegun(Pending begun) throws SQLException {
        long start = System.nanoTime();
        long rows = ran(() -> runner.perform(begun.statement()));
        end(begun, Duration.ofNanos(System.nanoTime() - start), rows);
    }

    private void end(Pending done, Duration duration, long rows) {
        if (done.part() == Part.LOG_ROW) {
            return;
        }
        runner.end(done.statement(), duration, rows);
        if (done.part() == Part.PREPARATION) {
            progress.forget();
        } else {
            progress.finish();
        }
        if (done.part() == Part.VERSION_ROW) {
            requireOneRow(done.statement(), rows);
        }
    }

    long run(Action action) throws SQLException {
        progress.start(action);
        long rows = ran(() -> explained(action));
        progress.finish();
        return rows;
    }

    private long explained(Action action) throws SQLException {
        try {
            return runner.run(action);
        } catch (CheckFailedException found) {
            explain(action, found);
            throw found;
        } catch (SQLException refused) {
            if (dialect.isRefusal(refused)) {
                explain(action, refused);
            }
            throw refused;
        }
    }

    /** Lets the checks speak that know which rows are to blame; where they find none, or can't be asked, nothing is said. */
    private void explain(Action failed, Exception failure) {
        for (Check check : failed.explainedBy()) {
            progress.explain(check);
            try {
                runner.run(check);
            } catch (SQLException unanswered) {
                failure.addSuppressed(unanswered);
            }
        }
        progress.explain(failed);
    }

    /** Runs a statement that takes no effect when it fails on locks, again if need be and the migration lock is still held. */
    void runAlone(Statement statement, MigrationLock.Held lock) throws SQLException {
        progress.start(statement);
        LockAttempt attempt = new LockAttempt(() -> runner.run(statement), this::lockTarget, Optional::empty, false);
        ran(() -> retries.run(attempt.afterPause(() -> lock.verify(connection))));
        progress.finish();
    }

    /** Whether an action failed with this, and not the bookkeeping around it. */
    boolean failedWith(Exception reason) {
        return failure.filter(known -> known == reason).isPresent();
    }

    /**
     * The database refused what runs, and what the attempt did before is undone.
     *
     * @param from how far the work had come when the attempt began
     * @param passedOver how many actions of the same step won't begin
     */
    void refused(AttemptGuard attempt, AttemptStart from, int passedOver, Exception reason) {
        guards.refused(attempt);
        progress.running()
                .ifPresent(action -> listener.attemptRefused(revision, action, String.valueOf(reason.getMessage())));
        runner.resetRows(from.rows());
        progress.refused(from.done(), passedOver);
    }

    private long ran(LockAttempt.Work work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException | CheckFailedException failed) {
            failure = Optional.of(failed);
            throw failed;
        }
    }

    /** Moves the version table's rows. */
    void recordVersion() throws SQLException {
        step = Optional.empty();
        for (Statement statement : revision.versionStatements()) {
            requireOneRow(statement, run(statement));
        }
    }

    /** Ends the revision's transaction but for the commit: all that was put off, the version table's rows, the row of the log. */
    void conclude(Statement logRow) throws SQLException {
        if (pending.together()) {
            revision.versionStatements().forEach(statement -> pending.add(Part.VERSION_ROW, statement));
            pending.add(Part.LOG_ROW, logRow);
            send();
        } else {
            recordVersion();
            runner.perform(logRow);
        }
    }

    private static void requireOneRow(Statement statement, long rows) {
        if (rows != 1) {
            throw new MigrationException(
                    "the version table was changed by somebody else: \"%s\" met %d rows in place of 1"
                            .formatted(statement.summary(), rows));
        }
    }
}
