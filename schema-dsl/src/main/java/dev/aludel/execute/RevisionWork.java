package dev.aludel.execute;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.error.MigrationException;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
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
    private final MigrationListener listener;
    private Optional<CompiledStep> step = Optional.empty();
    private Optional<Exception> failure = Optional.empty();

    RevisionWork(
            Connection connection,
            Plan plan,
            PlannedRevision revision,
            CompileContext context,
            LockWaiting waiting,
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

    /** What carries out single actions. */
    ActionRunner runner() {
        return runner;
    }

    /** The step whose actions run; empty for the bookkeeping. */
    Optional<CompiledStep> step() {
        return step;
    }

    /** From now on actions of this step run. */
    void enter(Optional<CompiledStep> next) {
        step = next;
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

    /** Remembers what an action failed with. */
    long ran(LockAttempt.Work work) throws SQLException {
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

    /** Makes sure that a statement moved its one row of the version table. */
    static void requireOneRow(Statement statement, long rows) {
        if (rows != 1) {
            throw new MigrationException(
                    "the version table was changed by somebody else: \"%s\" met %d rows in place of 1"
                            .formatted(statement.summary(), rows));
        }
    }
}
