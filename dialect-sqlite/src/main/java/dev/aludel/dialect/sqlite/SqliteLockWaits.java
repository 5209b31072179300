package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.LockWaits;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The busy timeout, which {@link SqliteTransactions} limits within a revision's transaction. That has the write lock already, so
 * what waits is its end: while a COMMIT waits for readers, no new reader gets in (lockingv3.html, the PENDING lock).
 */
final class SqliteLockWaits implements LockWaits {

    /** rescode.html: SQLITE_BUSY and SQLITE_LOCKED, which BUSY_SNAPSHOT and the like have in their lowest byte. */
    private static final Set<Integer> RETRYABLE = Set.of(5, 6);

    private static final int PRIMARY_CODE = 0xff;

    @Override
    public List<SessionSetting> unlimited() {
        return List.of(new SessionSetting(
                "busy_timeout",
                String.valueOf(Integer.MAX_VALUE),
                Sql.raw("PRAGMA busy_timeout"),
                "PRAGMA busy_timeout = {}",
                Sql.raw("PRAGMA busy_timeout = 0")));
    }

    @Override
    public boolean isRetryable(SQLException failure) {
        return RETRYABLE.contains(failure.getErrorCode() & PRIMARY_CODE);
    }

    @Override
    public List<String> blockers(Connection connection, Set<String> tables, LockImpact wanted) {
        return List.of(
                "another connection; SQLite does not tell which one: look for a process that has the file open (fuser, lsof)");
    }
}
