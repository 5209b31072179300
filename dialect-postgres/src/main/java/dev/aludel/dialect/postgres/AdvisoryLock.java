package dev.aludel.dialect.postgres;

import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;

/** The advisory lock of a key, as one connection sees it. */
record AdvisoryLock(Connection connection, long key) {

    private static final Syntax SYNTAX = new PostgresSyntax();

    /**
     * A lock of one 64-bit key has objsubid 1, and its halves in classid and objid (the manual, section 54.13). A session has
     * advisory locks in its own database only.
     */
    private static final String STANDING =
            """
            SELECT pg_backend_pid(), EXISTS (
                SELECT FROM pg_catalog.pg_locks
                WHERE locktype = 'advisory'
                    AND pid = pg_backend_pid()
                    AND granted
                    AND objsubid = 1
                    AND (classid::bigint << 32) | objid::bigint = ?)
            """;

    /**
     * Only who has a lock releases it (the manual, table 9.105); between that and taking it again the transaction has it. A
     * view of all locks would take many times as long.
     */
    private static final String KEEPS =
            """
            CASE
                WHEN NOT pg_try_advisory_xact_lock(key) THEN false
                WHEN NOT pg_advisory_unlock(key) THEN false
                ELSE pg_try_advisory_lock(key)
            END""";

    private static final String KEEP = "SELECT " + KEEPS + "\nFROM (VALUES (?::bigint)) AS asked (key)";

    /** In one statement, so that a pooler doesn't give the session away between taking and releasing. */
    private static final String TRY =
            """
            SELECT CASE WHEN pg_try_advisory_lock(key) THEN pg_advisory_unlock(key) ELSE false END
            FROM (VALUES (?::bigint)) AS asked (key)
            """;

    boolean take() throws SQLException {
        return answer("SELECT pg_try_advisory_lock(?)");
    }

    /** Whether the session that this statement reaches could take it; it is left as it is. */
    boolean isFree() throws SQLException {
        return answer(TRY);
    }

    /**
     * Whether the session that this statement reaches has it, as far as the lock functions do what they say; nobody else gets
     * it meanwhile, nor before the end of the transaction.
     */
    boolean keep() throws SQLException {
        return answer(KEEP);
    }

    /** Does the same, and fails where the session doesn't have it. A condition ends at the first THEN outside of parentheses. */
    Sql keepOrFail() {
        return DoBlock.of(
                SYNTAX,
                SYNTAX.sql(
                        """
                        DECLARE
                            key CONSTANT bigint := $V;
                        BEGIN
                            IF NOT ($S) THEN
                                RAISE 'the lock is lost';
                            END IF;
                        END""",
                        Value.of(key),
                        Sql.raw(KEEPS)));
    }

    /** What the server says of the session that this statement reaches. */
    Standing standing() throws SQLException {
        return Query.of(STANDING, key)
                .first(connection, row -> new Standing(row.getInt(1), row.getBoolean(2)))
                .orElseThrow();
    }

    boolean release() throws SQLException {
        return answer("SELECT pg_advisory_unlock(?)");
    }

    private boolean answer(String question) throws SQLException {
        return Query.of(question, key)
                .first(connection, row -> row.getBoolean(1))
                .orElseThrow();
    }

    /**
     * A session.
     *
     * @param process the server's process that it is
     * @param holds whether it holds the lock
     */
    record Standing(int process, boolean holds) {}
}
