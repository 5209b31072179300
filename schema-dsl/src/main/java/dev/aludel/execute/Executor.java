package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

/** Carries out plans. */
public final class Executor {

    private final CompileContext context;
    private final MigrationListener listener;

    /** An executor that tells {@code listeners}, and the log. */
    public Executor(CompileContext context, List<MigrationListener> listeners) {
        this.context = context;
        this.listener = new Listeners(Stream.concat(Stream.of(new LoggingListener()), listeners.stream())
                .toList());
    }

    /**
     * Carries out each revision in order, and adds it to {@code applied} once it is committed.
     *
     * @param connection in autocommit mode, and left so
     * @throws RevisionFailedException when a revision fails; those before it stay applied
     * @throws VersionRowsMovedException when another run moved the version rows meanwhile
     */
    public void run(Connection connection, Plan plan, List<AppliedRevision> applied) {
        int number = 0;
        for (PlannedRevision revision : plan.revisions()) {
            number++;
            listener.revisionStarted(revision, number, plan.revisions().size());
            AppliedRevision result = new RevisionRun(connection, plan, revision, context, listener).run();
            applied.add(result);
            listener.revisionFinished(revision, result);
        }
    }
}
