package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ProgressQuery;
import dev.aludel.log.Interruption;
import dev.aludel.log.Run;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out plans. */
public final class Executor {

    private final CompileContext context;
    private final Run run;
    private final LockWaiting lockWaiting;
    private final Clock clock;
    private final MigrationListener listener;
    private final Optional<Supplier<Optional<Connection>>> secondConnections;

    /**
     * An executor that tells {@code listener}.
     *
     * @param run what the migration log says of the run
     * @param lockWaiting how it waits for other sessions' locks
     */
    public Executor(CompileContext context, Run run, LockWaiting lockWaiting, Clock clock, MigrationListener listener) {
        this(context, run, lockWaiting, clock, listener, Optional.empty());
    }

    private Executor(
            CompileContext context,
            Run run,
            LockWaiting lockWaiting,
            Clock clock,
            MigrationListener listener,
            Optional<Supplier<Optional<Connection>>> secondConnections) {
        this.context = context;
        this.run = run;
        this.lockWaiting = lockWaiting;
        this.clock = clock;
        this.listener = listener;
        this.secondConnections = secondConnections;
    }

    /**
     * This executor, which tells its listener how far long statements have come.
     *
     * @param connections gives a second connection, where one is to be had; it is closed after use
     */
    public Executor tellingProgress(Supplier<Optional<Connection>> connections) {
        return new Executor(context, run, lockWaiting, clock, listener, Optional.of(connections));
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
            runWatched(connection, lock, plan, interruption, applied);
        }
    }

    private void runWatched(
            Connection connection,
            MigrationLock.Held lock,
            Plan plan,
            Optional<Interruption> interruption,
            List<AppliedRevision> applied) {
        Optional<ProgressQuery> query = plan.dialect().progress(context.version());
        if (query.isEmpty() || secondConnections.isEmpty()) {
            runAll(connection, lock, plan, interruption, applied, listener);
            return;
        }
        try (ProgressWatch watch = new ProgressWatch(query.get(), connection, secondConnections.get(), listener)) {
            runAll(connection, lock, plan, interruption, applied, Listeners.of(listener, watch));
        }
    }

    private void runAll(
            Connection connection,
            MigrationLock.Held lock,
            Plan plan,
            Optional<Interruption> interruption,
            List<AppliedRevision> applied,
            MigrationListener told) {
        int number = 0;
        NewTables newTables = new NewTables();
        Optional<Interruption> open = interruption;
        for (PlannedRevision revision : plan.revisions()) {
            number++;
            newTables.begin(revision);
            told.revisionStarted(revision, number, plan.revisions().size());
            AppliedRevision result = new RevisionRun(
                            connection, lock, plan, revision, context, run, lockWaiting, clock, newTables, told)
                    .run(open);
            open = Optional.empty();
            applied.add(result);
            told.revisionFinished(revision, result);
        }
    }
}
