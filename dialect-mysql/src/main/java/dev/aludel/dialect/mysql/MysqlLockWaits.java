package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LockWaits;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code lock_wait_timeout} for metadata locks, a year by default, which every DDL statement takes; and {@code
 * innodb_lock_wait_timeout} for rows. Both count in whole seconds.
 */
final class MysqlLockWaits implements LockWaits {

    /** ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK. */
    private static final Set<Integer> RETRYABLE = Set.of(1205, 1213);

    private static final List<String> VARIABLES = List.of("lock_wait_timeout", "innodb_lock_wait_timeout");

    private static final Sql READ = Sql.raw("SELECT CONCAT("
            + VARIABLES.stream()
                    .map(variable -> "'SESSION %s = ', @@SESSION.%s".formatted(variable, variable))
                    .collect(Collectors.joining(", ', ', "))
            + ")");

    /** A year in seconds, the most that {@code lock_wait_timeout} takes. */
    private static final long LONGEST = 31_536_000;

    @Override
    public List<SessionSetting> limit(Duration limit) {
        long seconds = limit.plusMillis(999).toSeconds();
        return settings(Math.min(Math.max(1, seconds), LONGEST));
    }

    @Override
    public List<SessionSetting> unlimited() {
        return settings(LONGEST);
    }

    @Override
    public boolean isRetryable(SQLException failure) {
        return RETRYABLE.contains(failure.getErrorCode());
    }

    /** A statement of DDL waits for readers, too, whatever it lets others do while it runs. */
    @Override
    public List<String> blockers(Connection connection, Set<String> tables, LockImpact wanted) throws SQLException {
        return new LockHolders(new Rows(connection)).of(tables);
    }

    /** Both at once; the value is the assignments that lead there. */
    private static List<SessionSetting> settings(long seconds) {
        return List.of(new SessionSetting(
                String.join(", ", VARIABLES),
                assignments(variable -> String.valueOf(seconds)),
                READ,
                "SET {}",
                Sql.raw("SET " + assignments(variable -> "DEFAULT"))));
    }

    private static String assignments(UnaryOperator<String> value) {
        return VARIABLES.stream()
                .map(variable -> "SESSION %s = %s".formatted(variable, value.apply(variable)))
                .collect(Collectors.joining(", "));
    }
}
