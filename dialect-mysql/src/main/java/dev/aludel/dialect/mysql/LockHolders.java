package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ShownQuery;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who holds locks on tables, in words. */
final class LockHolders {

    private static final int MOST = 5;

    /** What each session locks, where the performance schema is on, as it is on MySQL unless somebody turned it off. */
    private static final String METADATA_LOCKS =
            """
            SELECT t.processlist_id AS id, t.processlist_user AS user, t.processlist_host AS host,
                t.processlist_command AS command, t.processlist_time AS seconds, x.trx_started AS started,
                a.attr_value AS program, l.object_name AS locked, COALESCE(t.processlist_info, s.sql_text) AS query
            FROM performance_schema.metadata_locks AS l
            JOIN performance_schema.threads AS t ON t.thread_id = l.owner_thread_id
            LEFT JOIN performance_schema.events_statements_current AS s ON s.thread_id = t.thread_id
            LEFT JOIN performance_schema.session_connect_attrs AS a
                ON a.processlist_id = t.processlist_id AND a.attr_name = 'program_name'
            LEFT JOIN information_schema.innodb_trx AS x ON x.trx_mysql_thread_id = t.processlist_id
            WHERE l.object_type = 'TABLE'
                AND l.object_schema = DATABASE()
                AND l.lock_status = 'GRANTED'
                AND t.processlist_id <> CONNECTION_ID()
            ORDER BY x.trx_started, t.processlist_id""";

    /** Whose transactions are open; which tables they lock isn't told. */
    private static final String TRANSACTIONS =
            """
            SELECT x.trx_mysql_thread_id AS id, p.user AS user, p.host AS host, p.command AS command, p.time AS seconds,
                x.trx_started AS started, COALESCE(x.trx_query, p.info) AS query
            FROM information_schema.innodb_trx AS x
            LEFT JOIN information_schema.processlist AS p ON p.id = x.trx_mysql_thread_id
            WHERE x.trx_mysql_thread_id <> CONNECTION_ID()
            ORDER BY x.trx_started, x.trx_mysql_thread_id""";

    private final Rows rows;

    LockHolders(Rows rows) {
        this.rows = rows;
    }

    /** Those on {@code tables}, or on any where it is empty; else whoever has a transaction open. */
    List<String> of(Set<String> tables) throws SQLException {
        Set<String> wanted = tables.stream().map(LockHolders::folded).collect(Collectors.toSet());
        List<Row> holders = rows.of(METADATA_LOCKS).stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(folded(row.text("locked"))))
                .toList();
        return described(holders.isEmpty() ? rows.of(TRANSACTIONS) : holders);
    }

    /** A session that holds several locks has several rows. */
    private static List<String> described(List<Row> holders) {
        Map<String, String> bySession = new LinkedHashMap<>();
        holders.forEach(row -> bySession.putIfAbsent(row.text("id"), describe(row)));
        return bySession.values().stream().limit(MOST).toList();
    }

    private static String describe(Row row) {
        StringBuilder words = new StringBuilder("connection " + row.text("id"));
        append(words, " of user \"%s\"", row.text("user"));
        append(words, ", program \"%s\"", row.text("program"));
        append(words, ", from %s", row.text("host"));
        append(words, ", %s", state(row));
        append(words, ", in a transaction since %s by the server's clock", row.text("started"));
        append(words, ": %s", ShownQuery.of(row.text("query")));
        return words.toString();
    }

    private static String state(Row row) {
        String state = row.text("command").equals("Sleep") ? "idle" : "running";
        return row.text("seconds").isEmpty() ? "" : "%s for %s s".formatted(state, row.text("seconds"));
    }

    private static void append(StringBuilder words, String template, String value) {
        if (!value.isEmpty()) {
            words.append(template.formatted(value));
        }
    }

    private static String folded(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
