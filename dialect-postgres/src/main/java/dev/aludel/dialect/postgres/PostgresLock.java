package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An advisory lock of the session, asked for again and again rather than waited for: a session that waits inside the
 * server, or idles in a transaction, keeps a {@code CREATE INDEX CONCURRENTLY} of the holder from ever ending.
 */
final class PostgresLock implements MigrationLock {

    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    @Override
    public Held acquire(Connection connection, String name, Duration timeout) throws SQLException {
        long key = AdvisoryKey.of(currentDatabase(connection), name);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!tryLock(connection, key)) {
            long remaining = deadline - System.nanoTime();
            if (remaining <= 0) {
                throw timedOut(connection, key, name, timeout);
            }
            pause(Duration.ofNanos(remaining), name);
        }
        return () -> unlock(connection, key, name);
    }

    private static String currentDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_database()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean tryLock(Connection connection, long key) throws SQLException {
        return answer(connection, "SELECT pg_try_advisory_lock(?)", key);
    }

    private static void unlock(Connection connection, long key, String name) throws SQLException {
        if (!answer(connection, "SELECT pg_advisory_unlock(?)", key)) {
            throw new SQLException(
                    "the migration lock \"%s\" was gone before it was released: the session changed under the migration, as a pooler in transaction mode does. Migrate over a direct connection"
                            .formatted(name));
        }
    }

    private static boolean answer(Connection connection, String question, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static LockTimeoutException timedOut(Connection connection, long key, String name, Duration timeout)
            throws SQLException {
        return new LockTimeoutException(
                "the migration lock \"%s\" was not free within %s: it is held by %s. Nothing was changed. Wait for that migration to end, or end its session, and run this one again"
                        .formatted(name, timeout, LockHolder.describe(connection, key)));
    }

    /** Random, so that those who wait don't ask all at once. */
    private static void pause(Duration atMost, String name) {
        long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1);
        try {
            Thread.sleep(Math.min(pause, Math.max(1, atMost.toMillis())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException(
                    "waiting for the migration lock \"%s\" was interrupted. Nothing was changed".formatted(name));
        }
    }
}
