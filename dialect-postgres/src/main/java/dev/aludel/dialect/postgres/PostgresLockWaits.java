package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LockWaits;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code lock_timeout}, which counts each wait of a statement by itself. */
final class PostgresLockWaits implements LockWaits {

    /** The manual, appendix A: {@code lock_not_available}, {@code deadlock_detected}, {@code serialization_failure}. */
    private static final Set<String> RETRYABLE = Set.of("55P03", "40P01", "40001");

    /** Text with a unit that suits the value, such as {@code 5s}, is what these functions deal in; an interval reads it. */
    private static final String EXCHANGE =
            """
            WITH before AS MATERIALIZED (SELECT current_setting('lock_timeout') AS value)
            SELECT
                (extract(epoch FROM value::interval) * 1000)::bigint,
                (extract(epoch FROM set_config('lock_timeout', '{}', false)::interval) * 1000)::bigint
            FROM before
            """;

    private static final String LARGEST = String.valueOf(Integer.MAX_VALUE);

    @Override
    public List<SessionSetting> limit(Duration limit) {
        long millis = Math.max(1, limit.toMillis());
        return List.of(lockTimeout(millis > Integer.MAX_VALUE ? LARGEST : String.valueOf(millis)));
    }

    @Override
    public List<SessionSetting> unlimited() {
        return List.of(lockTimeout("0"));
    }

    @Override
    public boolean isRetryable(SQLException failure) {
        return failure.getSQLState() != null && RETRYABLE.contains(failure.getSQLState());
    }

    @Override
    public List<String> blockers(Connection connection, Set<String> tables, LockImpact wanted) throws SQLException {
        return LockHolders.of(connection, tables, wanted.level() == LockImpact.Level.READS_AND_WRITES);
    }

    /** The value is read in milliseconds; {@code SHOW} would give it in a unit of its choice. */
    private static SessionSetting lockTimeout(String millis) {
        return new SessionSetting(
                        "lock_timeout",
                        millis,
                        Sql.raw("SELECT setting FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'"),
                        "SET lock_timeout = {}",
                        Sql.raw("RESET lock_timeout"))
                .exchangedBy(EXCHANGE);
    }
}
