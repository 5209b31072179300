package dev.aludel.lock;

import dev.aludel.dialect.LockPolling;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads where another connection may be in the way for a while, as a writer is on SQLite while it commits. */
public final class ContendedReading {

    private final MigrationLock lock;
    private final LockRequest request;

    /** For reading with the patience that {@code request} has for the lock. */
    public ContendedReading(MigrationLock lock, LockRequest request) {
        this.lock = lock;
        this.request = request;
    }

    /**
     * What {@code reading} gives, as soon as nobody is in the way.
     *
     * @throws dev.aludel.dialect.LockTimeoutException when somebody was for too long
     */
    public <T> T read(Reading<T> reading) throws SQLException {
        try {
            return reading.read();
        } catch (SQLException failure) {
            if (lock.contention(failure).isEmpty()) {
                throw failure;
            }
            return readOnceFree(reading, lock.contention(failure).get());
        }
    }

    private <T> T readOnceFree(Reading<T> reading, String holder) throws SQLException {
        List<T> results = new ArrayList<>();
        new LockPolling("the database", request.timeout(), request.waits())
                .until(remaining -> succeeds(reading, results), () -> holder);
        return results.get(0);
    }

    private <T> boolean succeeds(Reading<T> reading, List<T> results) throws SQLException {
        try {
            return results.add(reading.read());
        } catch (SQLException failure) {
            if (lock.contention(failure).isEmpty()) {
                throw failure;
            }
            return false;
        }
    }

    /** Reads once. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Gives what was read. */
        T read() throws SQLException;
    }
}
