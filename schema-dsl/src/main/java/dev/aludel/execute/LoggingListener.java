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

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.migration");

    @Override
    public void waitingForLock(LockWait wait) {
        LOG.info("{}", wait);
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        LOG.debug("{} ({} ms, {} rows): {}", action.summary(), duration.toMillis(), rows, text(action));
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        LOG.warn(
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
        LOG.info("{} tried in vain: {}: {}", revision.header().id(), action.summary(), reason);
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        LOG.info(
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
