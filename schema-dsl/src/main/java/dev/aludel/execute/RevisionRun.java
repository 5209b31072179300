package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.log.Interruption;
import dev.aludel.log.Run;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Carries out one revision of a plan, and says what failed if it fails. */
final class RevisionRun {

    private final Connection connection;
    private final MigrationLock.Held lock;
    private final Plan plan;
    private final PlannedRevision revision;
    private final CompileContext context;
    private final LockWaiting waiting;
    private final NewTables newTables;
    private final MigrationListener listener;
    private final RevisionLog log;
    private final LockRetries retries;
    private RevisionWork work;

    RevisionRun(
            Connection connection,
            MigrationLock.Held lock,
            Plan plan,
            PlannedRevision revision,
            CompileContext context,
            Run run,
            LockWaiting waiting,
            Clock clock,
            NewTables newTables,
            MigrationListener listener) {
        this.connection = connection;
        this.lock = lock;
        this.plan = plan;
        this.revision = revision;
        this.context = context;
        this.waiting = waiting;
        this.newTables = newTables;
        this.listener = listener;
        this.log = new RevisionLog(plan, revision, context, run, clock);
        this.retries = new LockRetries(connection, plan.dialect().lockWaits(), waiting, revision, listener);
        this.work = newWork();
    }

    /**
     * Applies the revision, or takes it back.
     *
     * @param interruption how far an earlier run of it came
     * @throws RevisionFailedException when it fails
     * @throws LockTimeoutException when another run holds the database for too long; nothing was done then
     * @throws LockLostException when another run took the lock over; nothing was done then
     * @throws VersionRowsMovedException when another run moved the version rows meanwhile; nothing was done then
     * @throws StatementInDoubtException when nobody can tell how far the earlier run came; nothing was done then
     * @throws RevisionChangedException when the revision is no longer the one that was begun; nothing was done then
     */
    AppliedRevision run(Optional<Interruption> interruption) {
        long start = System.nanoTime();
        try (AppliedSettings settings =
                AppliedSettings.apply(connection, revision.compiled().settings())) {
            if (plan.dialect().transactionalDdl() && revision.isTransactional()) {
                retries.run(new LockAttempt(this::inTransaction, () -> work.lockTarget(), this::obstacle, true));
            } else {
                new JournaledRun(connection, lock, listener::waitingForLock, plan, revision, work, log, interruption)
                        .run();
            }
        } catch (VersionRowsMovedException
                | LockTimeoutException
                | StatementInDoubtException
                | RevisionChangedException nothingDone) {
            throw nothingDone;
        } catch (LockLostException lost) {
            boolean inPart = work.progress().isAppliedInPart();
            throw inPart ? report().exception(lost) : lost;
        } catch (SQLException | RuntimeException failure) {
            throw report().exception(failure);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new AppliedRevision(revision.header(), revision.move().direction(), duration, work.rowsChanged());
    }

    /** Each try begins anew; what the one before it did was rolled back. */
    private long inTransaction() throws SQLException {
        work = newWork();
        new TransactionalRun(connection, lock, listener::waitingForLock, plan, revision, work, newTables, log).run();
        return work.rowsChanged();
    }

    private FailureReport report() {
        return new FailureReport(
                plan, revision, work.progress(), retries.remark().or(work::lockRemark));
    }

    private RevisionWork newWork() {
        return new RevisionWork(connection, plan, revision, context, waiting, listener);
    }

    private Optional<String> obstacle() {
        return work.progress().ranCode()
                ? Optional.of("it had run Java, whose effects outside the database would come twice")
                : Optional.empty();
    }
}
