package dev.aludel.execute;

import dev.aludel.dialect.LockWait;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import java.time.Duration;

/**
 * Hears what a run does, as it does it, on the thread of the run unless said otherwise. What a listener throws ends the run
 * as a failed statement does.
 */
public interface MigrationListener {

    /** The run waits for another; told when the wait begins, and again every ten seconds. */
    default void waitingForLock(LockWait wait) {}

    /**
     * A revision begins.
     *
     * @param number its place in the run, from 1
     * @param total how many revisions the plan holds
     */
    default void revisionStarted(PlannedRevision revision, int number, int total) {}

    /** A statement, check or piece of Java begins. */
    default void actionStarted(PlannedRevision revision, Action action) {}

    /**
     * How far the statement has come that runs; told once a second from its first second on, where the database can tell.
     * Mostly that takes a second connection, and a thread of its own, since the run's waits for the statement; a statement
     * that is carried out in parts is told of on the thread of the run. What is thrown here ends the telling, and not the
     * run.
     */
    default void progressed(PlannedRevision revision, Action action, ActionProgress progress) {}

    /**
     * A statement, check or piece of Java is done.
     *
     * @param duration how long it took; of statements that went to the server in one message, an equal share of its time. Of
     *     those the first is heard of before it is sent, the others when all are done
     * @param rows how many rows a statement changed; 0 where the database counts none
     */
    default void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {}

    /**
     * Other sessions' locks stood in the way, and after a pause the revision begins anew with its first action, or its last
     * action does.
     */
    default void retrying(PlannedRevision revision, LockConflict conflict) {}

    /**
     * The database refused what was tried; it is undone, and what the revision does instead follows.
     *
     * @param action what was refused
     * @param reason in the database's words
     */
    default void attemptRefused(PlannedRevision revision, Action action, String reason) {}

    /** A revision is applied, and its record committed. */
    default void revisionFinished(PlannedRevision revision, AppliedRevision applied) {}
}
