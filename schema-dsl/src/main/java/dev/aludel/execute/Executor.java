package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.log.Interruption;
import dev.aludel.log.Run;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Carries out plans. */
public final class Executor {

    private final CompileContext context;
    private final Run run;
    private final LockWaiting lockWaiting;
    private final Clock clock;
    private final MigrationListener listener;

    /**
     * An executor that tells {@code listener}.
     *
     * @param run what the migration log says of the run
     * @param lockWaiting how it waits for other sessions' locks
     */
    public Executor(CompileContext context, Run run, LockWaiting lockWaiting, Clock clock, MigrationListener listener) {
        this.context = context;
        this.run = run;
        this.lockWaiting = lockWaiting;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Carries out each revision in order, and adds it to {@code applied} once it is committed.
     *
     * @param connection in autocommit mode, and left so
     * @param lock keeps other runs out; it is made sure of before anything is written
     * @param interruption how far an earlier run of the plan's first revision came
     * @throws RevisionFailedException when a revision fails; those before it stay applied
     * @throws dev.aludel.dialect.LockLostException when another run took the lock over; the message says so
     * @throws VersionRowsMovedException when another run moved the version rows meanwhile
     */
    public void run(
            Connection connection,
            MigrationLock.Held lock,
            Plan plan,
            Optional<Interruption> interruption,
            List<AppliedRevision> applied)
            throws SQLException {
        LockLimit limit = new LockLimit(plan.dialect(), lockWaiting.limit());
        try (AppliedSettings settings = limit.duringRun(connection)) {
            runAll(connection, lock, plan, interruption, applied);
        }
    }

    private void runAll(
            Connection connection,
            MigrationLock.Held lock,
            Plan plan,
            Optional<Interruption> interruption,
            List<AppliedRevision> applied) {
        int number = 0;
        Optional<Interruption> open = interruption;
        for (PlannedRevision revision : plan.revisions()) {
            number++;
            listener.revisionStarted(revision, number, plan.revisions().size());
            AppliedRevision result = new RevisionRun(
                            connection, lock, plan, revision, context, run, lockWaiting, clock, listener)
                    .run(open);
            open = Optional.empty();
            applied.add(result);
            listener.revisionFinished(revision, result);
        }
    }
}
