package dev.aludel.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who holds locks on tables, in words. */
final class LockHolders {

    private static final int MOST = 5;

    /**
     * A reader's ACCESS SHARE is in the way of nothing but an ACCESS EXCLUSIVE. A prepared transaction holds locks without a
     * process; its virtual transaction is {@code -1/} and its number (the manual, section 54.13).
     */
    private static final String QUERY =
            """
            SELECT held.pid, session.usename, session.application_name, session.backend_type, session.state,
                prepared.gid, host(session.client_addr) AS client,
                to_char(coalesce(session.xact_start, prepared.prepared) AT TIME ZONE 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
                session.query
            FROM (
                SELECT DISTINCT l.pid, l.virtualtransaction
                FROM pg_catalog.pg_locks AS l
                JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
                WHERE l.locktype = 'relation'
                    AND l.granted
                    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                    AND l.pid IS DISTINCT FROM pg_backend_pid()
                    AND (l.mode <> 'AccessShareLock' OR ?)
                    AND c.relkind IN ('r', 'p', 'm')
                    AND c.relnamespace <> 'pg_catalog'::regnamespace
                    AND (c.relname = ANY (?) OR ?)) AS held
            LEFT JOIN pg_catalog.pg_stat_activity AS session USING (pid)
            LEFT JOIN pg_catalog.pg_prepared_xacts AS prepared
                ON held.virtualtransaction = '-1/' || prepared.transaction
            ORDER BY coalesce(session.xact_start, prepared.prepared), held.pid
            LIMIT\s"""
                    + MOST;

    private LockHolders() {}

    /** Those on {@code tables}, or on any where it is empty; readers are among them if {@code readersToo}. */
    static List<String> of(Connection connection, Set<String> tables, boolean readersToo) throws SQLException {
        Array names = connection.createArrayOf("text", tables.toArray());
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setBoolean(1, readersToo);
            statement.setArray(2, names);
            statement.setBoolean(3, tables.isEmpty());
            try (ResultSet rows = statement.executeQuery()) {
                List<String> holders = new ArrayList<>();
                while (rows.next()) {
                    holders.add(describe(rows));
                }
                return holders;
            }
        } finally {
            names.free();
        }
    }

    /** Another user's session shows less of itself: the parts that stay hidden are left out. */
    private static String describe(ResultSet row) throws SQLException {
        HolderWords words = new HolderWords();
        words.add("prepared transaction \"%s\"", row.getString("gid"));
        words.add("session %s", row.getString("pid"));
        words.add(" of user \"%s\"", row.getString("usename"));
        words.add(", application \"%s\"", row.getString("application_name"));
        words.add(", from %s", row.getString("client"));
        words.add(", %s", row.getString("state"));
        words.add(", in a transaction since %s", row.getString("since"));
        words.addQuery(": %s", row.getString("query"));
        return words.toString();
    }
}
