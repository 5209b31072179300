package dev.aludel.execute;

import dev.aludel.dialect.LockWait;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line a revision, one every ten seconds of a wait, and on level DEBUG one a statement. */
final class LoggingListener implements MigrationListener {

    /** Looked up when there is something to say: a start that finds nothing to do says nothing. */
    private static Logger log() {
        return LoggerFactory.getLogger("dev.aludel.migration");
    }

    @Override
    public void waitingForLock(LockWait wait) {
        log().info("{}", wait);
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        log().debug("{} ({} ms, {} rows): {}", action.summary(), duration.toMillis(), rows, text(action));
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        log().warn(
                        "{} waits for locks ({}); retry {} of {} in {} ms; in the way: {}",
                        revision.header().id(),
                        conflict.reason(),
                        conflict.retry(),
                        conflict.retries(),
                        conflict.pause().toMillis(),
                        conflict.blockers());
    }

    @Override
    public void attemptRefused(PlannedRevision revision, Action action, String reason) {
        log().info("{} tried in vain: {}: {}", revision.header().id(), action.summary(), reason);
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        log().info(
                        "{} {} in {} ms: {}",
                        applied.direction().name().toLowerCase(Locale.ROOT),
                        applied.header().id(),
                        applied.duration().toMillis(),
                        applied.header().message());
    }

    private static String text(Action action) {
        return action instanceof Statement statement ? statement.sql().text() : action.summary();
    }
}
