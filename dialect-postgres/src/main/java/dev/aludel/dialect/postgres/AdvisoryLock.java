package dev.aludel.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** The advisory lock of a key, as one connection sees it. */
record AdvisoryLock(Connection connection, long key) {

    /** A lock of one 64-bit key has objsubid 1, and its halves in classid and objid (the manual, section 54.13). */
    private static final String IS_MINE =
            """
            SELECT EXISTS (
                SELECT FROM pg_catalog.pg_locks
                WHERE locktype = 'advisory'
                    AND pid = pg_backend_pid()
                    AND granted
                    AND objsubid = 1
                    AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                    AND (classid::bigint << 32) | objid::bigint = ?)
            """;

    boolean take() throws SQLException {
        return answer("SELECT pg_try_advisory_lock(?)");
    }

    /** Whether the session that this statement reaches is the one that holds it. */
    boolean isMine() throws SQLException {
        return answer(IS_MINE);
    }

    boolean release() throws SQLException {
        return answer("SELECT pg_advisory_unlock(?)");
    }

    private boolean answer(String question) throws SQLException {
        return Query.of(question, key)
                .first(connection, row -> row.getBoolean(1))
                .orElseThrow();
    }
}
