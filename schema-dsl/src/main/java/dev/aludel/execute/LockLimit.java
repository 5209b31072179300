package dev.aludel.execute;

import dev.aludel.dialect.Dialect;
import dev.aludel.sql.SessionSetting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Keeps the statements of a run from waiting long for locks: all through the run, except where a transaction's beginning is
 * what waits for another run; there, from just after it.
 */
final class LockLimit {

    private final Dialect dialect;
    private final Duration limit;

    LockLimit(Dialect dialect, Duration limit) {
        this.dialect = dialect;
        this.limit = limit;
    }

    /** Holds until it is closed, at the end of the run. */
    AppliedSettings duringRun(Connection connection) throws SQLException {
        return AppliedSettings.apply(connection, dialect.lock().coversWholeRun() ? settings() : List.of());
    }

    /** What a transaction begins with; zero where the limit holds all through the run. */
    Duration ofTransaction() {
        return dialect.lock().coversWholeRun() ? Duration.ZERO : limit;
    }

    /** No limit holds until it is closed: a concurrent build waits for old transactions without making anybody wait. */
    AppliedSettings lifted(Connection connection) throws SQLException {
        return AppliedSettings.apply(connection, dialect.lockWaits().unlimited());
    }

    /** Until it is closed nobody is waited for: whoever was waited for a moment ago isn't waited for again. */
    AppliedSettings withoutWaiting(Connection connection) throws SQLException {
        return AppliedSettings.apply(
                connection, limit.isZero() ? List.of() : dialect.lockWaits().limit(Duration.ofMillis(10)));
    }

    private List<SessionSetting> settings() {
        return limit.isZero() ? List.of() : dialect.lockWaits().limit(limit);
    }
}
