package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.function.LongUnaryOperator;

/** A few numbers that only right rows have: of every date, and of the row that it stands in. */
record Fingerprint(GatewayRows rows) {

    private static final long PRIME = 1_000_003;
    private static final long SMALL_PRIME = 1_009;

    /** Whether the dates are milliseconds now, exactly those they should be; missing ones are all the same moment. */
    boolean isConverted(Address database) throws SQLException {
        return isAsExpected(database, "created_time", "created_time", "updated_time")
                && database.row(
                                """
                                SELECT count(DISTINCT created_time), min(created_time) / 1000000000000 >= 1
                                FROM chat_messages WHERE %s"""
                                        .formatted(missing(database.product(), 0)))
                        .matches("1 (1|t|true|1\\.\\d+)");
    }

    /** Whether the dates are dates, exact to the millisecond. */
    boolean isBack(Address database) throws SQLException {
        Product product = database.product();
        return isAsExpected(
                database, millis(product, "created_at"), millis(product, "created_at"), millis(product, "updated_at"));
    }

    private boolean isAsExpected(Address database, String ofMessage, String created, String updated)
            throws SQLException {
        return database.row(query(database.product(), "chat_messages", ofMessage, 0))
                        .equals(expected(rows.messages(), 0))
                && database.row(query(database.product(), "sessions", created, 0))
                        .equals(expected(rows.sessions(), 0))
                && database.row(query(database.product(), "sessions", updated, 13))
                        .equals(expected(rows.sessions(), 13));
    }

    private static String query(Product product, String table, String millis, int shift) {
        String number = number(product);
        return """
                SELECT count(*), sum(millis), sum(millis %% %d * (number %% %d))
                FROM (SELECT %s AS millis, %s AS number FROM %s) AS dates
                WHERE (number + %d) %% %d <> 0"""
                .formatted(PRIME, SMALL_PRIME, millis, number, table, shift, GatewayRows.MISSING);
    }

    private static String expected(int count, int shift) {
        long present = 0;
        BigInteger sum = BigInteger.ZERO;
        BigInteger mixed = BigInteger.ZERO;
        LongUnaryOperator millis = number -> GatewayRows.millis(number + shift);
        for (long number = 1; number <= count; number++) {
            if ((number + shift) % GatewayRows.MISSING != 0) {
                long value = millis.applyAsLong(number);
                present++;
                sum = sum.add(BigInteger.valueOf(value));
                mixed = mixed.add(BigInteger.valueOf(value % PRIME * (number % SMALL_PRIME)));
            }
        }
        return "%d %s %s".formatted(present, sum, mixed);
    }

    private static String missing(Product product, int shift) {
        return "(%s + %d) %% %d = 0".formatted(number(product), shift, GatewayRows.MISSING);
    }

    private static String number(Product product) {
        return "CAST(substr(id, 2) AS %s)"
                .formatted(
                        switch (product) {
                            case SQLITE -> "INTEGER";
                            case POSTGRESQL -> "bigint";
                            case MYSQL -> "SIGNED";
                        });
    }

    private static String millis(Product product, String column) {
        return switch (product) {
            case SQLITE ->
                "CAST(strftime('%%s', substr(%1$s, 1, 19)) AS INTEGER) * 1000 + CAST(substr(substr(%1$s, 21) || '000', 1, 3) AS INTEGER)"
                        .formatted(column);
            case POSTGRESQL -> "floor(extract(epoch FROM %s) * 1000)::bigint".formatted(column);
            case MYSQL ->
                "(TO_DAYS(%1$s) - 719528) * 86400000 + TIME_TO_SEC(%1$s) * 1000 + MICROSECOND(%1$s) DIV 1000"
                        .formatted(column);
        };
    }
}
