package dev.aludel.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Who holds an advisory lock, in words. */
final class LockHolder {

    /** A lock of one 64-bit key has objsubid 1, and its halves in classid and objid (the manual, section 54.13). */
    private static final String QUERY =
            """
            SELECT held.pid, session.usename, session.application_name,
                coalesce(host(session.client_addr), 'a local socket') AS client,
                to_char(session.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
                session.state,
                to_char(session.state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS state_since,
                session.query
            FROM pg_catalog.pg_locks AS held
            LEFT JOIN pg_catalog.pg_stat_activity AS session USING (pid)
            WHERE held.locktype = 'advisory'
                AND held.granted
                AND held.objsubid = 1
                AND held.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND (held.classid::bigint << 32) | held.objid::bigint = ?
            """;

    private LockHolder() {}

    static String describe(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? describe(row) : "a session that has just released it";
            }
        }
    }

    /** Another user's session shows less of itself: the parts that stay hidden are left out. */
    private static String describe(ResultSet row) throws SQLException {
        HolderWords words = new HolderWords();
        words.add("session %s", row.getString("pid"));
        words.add(" of user \"%s\"", row.getString("usename"));
        words.add(", application \"%s\"", row.getString("application_name"));
        if (row.getString("since") != null) {
            words.add(", from %s", row.getString("client"));
            words.add(", connected since %s", row.getString("since"));
            words.add(", %s", row.getString("state"));
            words.add(" since %s", row.getString("state_since"));
            words.addQuery(", its last statement: %s", row.getString("query"));
        }
        return words.toString();
    }
}
