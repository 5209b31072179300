package dev.aludel.execute;

import dev.aludel.dialect.LockWait;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Several listeners, each told in turn. */
public final class Listeners implements MigrationListener {

    private final List<MigrationListener> listeners;

    private Listeners(List<MigrationListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** The log first, then these in their order. */
    public static MigrationListener withLog(List<MigrationListener> listeners) {
        return new Listeners(Stream.concat(Stream.of(new LoggingListener()), listeners.stream())
                .toList());
    }

    /** Whether somebody hears of the progress of a statement; the log doesn't. */
    public static boolean hearProgress(MigrationListener listener) {
        return listener instanceof Listeners several
                ? several.listeners.stream().anyMatch(Listeners::hearProgress)
                : !(listener instanceof LoggingListener);
    }

    /** Both, in this order. */
    static MigrationListener of(MigrationListener first, MigrationListener second) {
        return new Listeners(List.of(first, second));
    }

    @Override
    public void waitingForLock(LockWait wait) {
        listeners.forEach(listener -> listener.waitingForLock(wait));
    }

    @Override
    public void revisionStarted(PlannedRevision revision, int number, int total) {
        listeners.forEach(listener -> listener.revisionStarted(revision, number, total));
    }

    @Override
    public void actionStarted(PlannedRevision revision, Action action) {
        listeners.forEach(listener -> listener.actionStarted(revision, action));
    }

    @Override
    public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
        listeners.forEach(listener -> listener.progressed(revision, action, progress));
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        listeners.forEach(listener -> listener.actionFinished(revision, action, duration, rows));
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        listeners.forEach(listener -> listener.retrying(revision, conflict));
    }

    @Override
    public void attemptRefused(PlannedRevision revision, Action action, String reason) {
        listeners.forEach(listener -> listener.attemptRefused(revision, action, reason));
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        listeners.forEach(listener -> listener.revisionFinished(revision, applied));
    }
}
