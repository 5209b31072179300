package dev.aludel.dialect.mysql;

import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A user-level lock of the session, by {@code GET_LOCK}. Such locks belong to the whole server, so that the database's name
 * is part of the lock's. They don't reach from one node of a cluster to another.
 */
final class MysqlLock implements MigrationLock {

    /** MySQL refuses longer ones, and compares them without regard to case. */
    private static final int NAME_LIMIT = 64;

    /** Short, so that the connection is never silent for long, and an interrupted thread notices. */
    private static final double LONGEST_WAIT_IN_SECONDS = 1;

    private static final String HOLDER =
            """
            SELECT id, user, host, time, COALESCE(info, '') AS info
            FROM information_schema.processlist
            WHERE id = IS_USED_LOCK($V)""";

    @Override
    public Held acquire(Connection connection, String name, Duration timeout) throws SQLException {
        Rows rows = new Rows(connection);
        String lock = lockName(rows, name);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!attempt(rows, lock, deadline)) {
            if (System.nanoTime() >= deadline) {
                throw new LockTimeoutException(
                        "another run held the migration lock \"%s\" for longer than %d s: %s. Wait for it to finish, or end that connection, and run it again. Nothing was changed"
                                .formatted(lock, timeout.toSeconds(), holder(rows, lock)));
            }
        }
        return () -> release(rows, lock);
    }

    private static boolean attempt(Rows rows, String lock, long deadline) throws SQLException {
        double remaining = Math.max(0, (deadline - System.nanoTime()) / 1e9);
        String wait = String.format(Locale.ROOT, "%.3f", Math.min(LONGEST_WAIT_IN_SECONDS, remaining));
        String answer = rows.of("SELECT GET_LOCK($V, CAST($V AS DECIMAL(10,3))) AS answer", lock, wait)
                .get(0)
                .text("answer");
        if (answer.isEmpty()) {
            throw new DialectException(
                    "the migration lock \"%s\" could not be asked for: GET_LOCK gave NULL, as it does when it is killed or has no memory. Nothing was changed; run it again"
                            .formatted(lock));
        }
        return answer.equals("1");
    }

    private static void release(Rows rows, String lock) throws SQLException {
        String answer =
                rows.of("SELECT RELEASE_LOCK($V) AS answer", lock).get(0).text("answer");
        if (!answer.equals("1")) {
            throw new DialectException(
                    "the migration lock \"%s\" was no longer held at the end of the run: another run may have worked at the same time. Compare the schema with the revisions"
                            .formatted(lock));
        }
    }

    /** Who holds the lock, as far as this user may see. */
    private static String holder(Rows rows, String lock) throws SQLException {
        List<Row> holders = rows.of(HOLDER, lock);
        if (!holders.isEmpty()) {
            Row holder = holders.get(0);
            return "connection %s of user %s from %s, in its state for %s s, %s"
                    .formatted(
                            holder.text("id"),
                            holder.text("user"),
                            holder.text("host"),
                            holder.text("time"),
                            holder.text("info").isEmpty() ? "idle" : "running " + holder.text("info"));
        }
        String id = rows.of("SELECT IS_USED_LOCK($V) AS id", lock).get(0).text("id");
        return id.isEmpty()
                ? "it was released just now"
                : "connection %s, of which this user may see no more (PROCESS privilege)".formatted(id);
    }

    private static String lockName(Rows rows, String name) throws SQLException {
        String database = rows.of("SELECT DATABASE() AS name").get(0).text("name");
        String full = "aludel:%s:%s".formatted(database, name);
        return full.length() <= NAME_LIMIT ? full : "aludel:" + hash(full);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
