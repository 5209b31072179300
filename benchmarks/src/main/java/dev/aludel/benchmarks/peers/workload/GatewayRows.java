package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gateway's tables before the conversion, filled: ten messages a session, dates of 1960 to 2024 with six fraction
 * digits, every fiftieth one missing. Rows are numbered from 1, and their dates follow from the number.
 *
 * @param messages how many
 */
record GatewayRows(int messages) {

    static final int MESSAGES_PER_SESSION = 10;

    /** Every how many rows a date is missing. */
    static final int MISSING = 50;

    /** The second of a row's date: a formula of Java and of all three databases. */
    static final String SECOND = "(%s * 7919 %% 2000000000 - 300000000)";

    /** The microsecond within that second. */
    static final String MICROSECOND = "(%s * 104729 %% 1000000)";

    int sessions() {
        return messages / MESSAGES_PER_SESSION;
    }

    /** Milliseconds since 1970-01-01T00:00:00Z, floored, for the date of row {@code number}. */
    static long millis(long number) {
        return (number * 7919 % 2_000_000_000 - 300_000_000) * 1_000 + number * 104_729 % 1_000_000 / 1_000;
    }

    /** Takes an empty database to the revision before the conversion, filling the tables before they have indexes. */
    void fill(Address database) throws SQLException {
        List<Change> changes = new GatewayPeerHistory().changes(database.product());
        database.execute(Stream.of(
                        changes.get(0).statements(),
                        inserts(database.product()),
                        changes.get(1).statements(),
                        List.of(
                                "CREATE TABLE alembic_version (version_num VARCHAR(255) NOT NULL PRIMARY KEY)",
                                "INSERT INTO alembic_version VALUES ('%s')".formatted(GatewayPeerHistory.INDEXES)),
                        afterwards(database.product()))
                .flatMap(List::stream)
                .toList());
    }

    private List<String> inserts(Product product) {
        String sessions =
                """
                INSERT INTO sessions (id, name, user_id, agent_id, created_at, updated_at)
                %s
                SELECT %s, 'a session', %s, 'agent', %s, %s FROM numbers""";
        String rows =
                """
                INSERT INTO chat_messages (id, session_id, message, created_at, sender_type, sender_name)
                %s
                SELECT %s, %s, 'A message of some length, as people write them to an agent: could you look it up for me, please, and tell me?', %s, 'user', 'somebody'
                FROM numbers""";
        return List.of(
                product == Product.MYSQL ? "SET SESSION cte_max_recursion_depth = 4294967295" : "SELECT 1",
                sessions.formatted(
                        numbers(product, sessions()),
                        text(product, "s", "n"),
                        text(product, "u", "(n % 1000)"),
                        date(product, "n"),
                        date(product, "(n + 13)")),
                rows.formatted(
                        numbers(product, messages),
                        text(product, "m", "n"),
                        text(product, "s", "(n %% %d + 1)".formatted(sessions())),
                        date(product, "n")));
    }

    private static String numbers(Product product, int count) {
        return product == Product.POSTGRESQL
                ? "WITH numbers AS (SELECT n::bigint FROM generate_series(1, %d) AS n)".formatted(count)
                : "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)"
                        .formatted(count);
    }

    private static String text(Product product, String letter, String number) {
        return switch (product) {
            case SQLITE -> "printf('%s%%08d', %s)".formatted(letter, number);
            case POSTGRESQL -> "'%s' || lpad(%s::text, 8, '0')".formatted(letter, number);
            case MYSQL -> "CONCAT('%s', LPAD(%s, 8, '0'))".formatted(letter, number);
        };
    }

    private static String date(Product product, String number) {
        String second = SECOND.formatted(number);
        String microsecond = MICROSECOND.formatted(number);
        String date =
                switch (product) {
                    case SQLITE ->
                        "strftime('%%Y-%%m-%%d %%H:%%M:%%S', %s, 'unixepoch') || printf('.%%06d', %s)"
                                .formatted(second, microsecond);
                    case POSTGRESQL ->
                        "timestamp '1970-01-01' + %s * interval '1 second' + %s * interval '1 microsecond'"
                                .formatted(second, microsecond);
                    case MYSQL ->
                        "TIMESTAMPADD(MICROSECOND, %s * 1000000 + %s, TIMESTAMP'1970-01-01 00:00:00')"
                                .formatted(second, microsecond);
                };
        return "CASE WHEN %s %% %d <> 0 THEN %s END".formatted(number, MISSING, date);
    }

    private static List<String> afterwards(Product product) {
        return switch (product) {
            case SQLITE -> List.of("ANALYZE");
            case POSTGRESQL -> List.of("VACUUM ANALYZE", "CHECKPOINT");
            case MYSQL -> List.of("ANALYZE TABLE sessions, chat_messages");
        };
    }
}
