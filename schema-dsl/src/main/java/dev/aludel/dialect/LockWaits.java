package dev.aludel.dialect;

import dev.aludel.sql.LockImpact;
import dev.aludel.sql.SessionSetting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a statement is kept from waiting long for other sessions' locks, and who those are. A statement that waits for a table
 * makes everybody wait who comes after it, readers too, so it waits for a short time, gives up, and is tried again.
 */
public interface LockWaits {

    /**
     * Settings of the session under which a statement fails that waits for a lock for longer than {@code limit}; none where
     * the database has no such setting, or where {@link TransactionControl#begin(Connection, java.util.function.Consumer,
     * Duration)} limits the wait.
     *
     * @param limit longer than zero; rounded up where the database counts in larger units
     */
    default List<SessionSetting> limit(Duration limit) {
        return List.of();
    }

    /** Settings under which a statement waits for as long as it takes; none where no wait is limited. */
    default List<SessionSetting> unlimited() {
        return List.of();
    }

    /**
     * Whether {@code failure} is the work of other sessions' locks, so that the same may succeed when it is tried again: a
     * wait that was too long, a deadlock, a transaction that could not be serialized. What failed has taken no effect then,
     * once its transaction is rolled back.
     *
     * <p>By default, what standard SQL says so: class 40, transaction rollback.
     */
    default boolean isRetryable(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("40");
    }

    /**
     * Other sessions that hold locks now which a statement may wait for, those in the oldest transactions first, at most
     * five: each as a phrase that tells its id, user, program and address as far as they are known, since when its
     * transaction is open, and its query as {@link ShownQuery} shows it.
     *
     * @param connection outside any transaction
     * @param tables the tables that the statement changes; empty where they aren't known, for all tables
     * @param wanted what the statement locks
     */
    default List<String> blockers(Connection connection, Set<String> tables, LockImpact wanted) throws SQLException {
        return List.of();
    }

    /** The defaults: what standard SQL calls a rollback is tried again, and nobody is named. */
    static LockWaits standard() {
        return new LockWaits() {};
    }
}
