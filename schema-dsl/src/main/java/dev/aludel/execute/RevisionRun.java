package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.LockTimeoutException;
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
    private final Plan plan;
    private final PlannedRevision revision;
    private final RevisionWork work;
    private final RevisionLog log;

    RevisionRun(
            Connection connection,
            Plan plan,
            PlannedRevision revision,
            CompileContext context,
            Run run,
            Clock clock,
            MigrationListener listener) {
        this.connection = connection;
        this.plan = plan;
        this.revision = revision;
        this.work = new RevisionWork(connection, plan, revision, context, listener);
        this.log = new RevisionLog(plan, revision, context, run, clock);
    }

    /**
     * Applies the revision, or takes it back.
     *
     * @param interruption how far an earlier run of it came
     * @throws RevisionFailedException when it fails
     * @throws LockTimeoutException when another run holds the database for too long; nothing was done then
     * @throws VersionRowsMovedException when another run moved the version rows meanwhile; nothing was done then
     * @throws StatementInDoubtException when nobody can tell how far the earlier run came; nothing was done then
     * @throws RevisionChangedException when the revision is no longer the one that was begun; nothing was done then
     */
    AppliedRevision run(Optional<Interruption> interruption) {
        long start = System.nanoTime();
        try (AppliedSettings settings =
                AppliedSettings.apply(connection, revision.compiled().settings())) {
            if (plan.dialect().transactionalDdl() && revision.isTransactional()) {
                new TransactionalRun(connection, plan, revision, work, log).run();
            } else {
                new JournaledRun(connection, plan, revision, work, log, interruption).run();
            }
        } catch (VersionRowsMovedException
                | LockTimeoutException
                | StatementInDoubtException
                | RevisionChangedException nothingDone) {
            throw nothingDone;
        } catch (SQLException | RuntimeException failure) {
            throw new FailureReport(plan, revision, work.progress()).exception(failure);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new AppliedRevision(revision.header(), revision.move().direction(), duration, work.rowsChanged());
    }
}
