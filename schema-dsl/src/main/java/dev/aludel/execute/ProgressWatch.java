package dev.aludel.execute;

import dev.aludel.dialect.ProgressQuery;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Asks from a second connection how far a long statement has come, once a second and never before the first one is over,
 * and tells a listener. What fails here ends the asking and nothing else. A connection is had only while a statement
 * is asked about: the pool may need it for the revision itself.
 */
final class ProgressWatch implements MigrationListener, AutoCloseable {

    private final ProgressQuery query;
    private final Connection migrating;
    private final Supplier<Optional<Connection>> connections;
    private final MigrationListener listener;
    private Optional<ExecutorService> thread = Optional.empty();
    private Optional<Future<?>> asking = Optional.empty();
    private OptionalLong session = OptionalLong.empty();
    private volatile boolean failed;

    /**
     * A watch that hasn't begun.
     *
     * @param connections gives a second connection, where one is to be had
     */
    ProgressWatch(
            ProgressQuery query,
            Connection migrating,
            Supplier<Optional<Connection>> connections,
            MigrationListener listener) {
        this.query = query;
        this.migrating = migrating;
        this.connections = connections;
        this.listener = listener;
    }

    @Override
    public void actionStarted(PlannedRevision revision, Action action) {
        stop();
        if (!failed && action instanceof Statement statement && mayTakeLong(statement)) {
            try {
                watch(revision, action);
            } catch (SQLException failure) {
                fail(failure.toString());
            }
        }
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        stop();
    }

    @Override
    public void close() {
        stop();
        thread.ifPresent(ExecutorService::shutdown);
    }

    private static boolean mayTakeLong(Statement statement) {
        return statement.lock().rewritesTable()
                || statement
                        .leadsTo()
                        .filter(probe -> probe.kind() == Probe.Kind.INDEX && probe.present())
                        .isPresent();
    }

    private void watch(PlannedRevision revision, Action action) throws SQLException {
        if (session.isEmpty()) {
            session = OptionalLong.of(Asking.number(query, migrating));
        }
        Asking next = new Asking(
                query, session.getAsLong(), connections, progress -> listener.progressed(revision, action, progress));
        asking = Optional.of(thread().submit(() -> ask(next)));
    }

    /** On the thread that asks. */
    private void ask(Asking next) {
        try {
            if (!failed && !next.untilInterrupted() && !Thread.currentThread().isInterrupted()) {
                fail("no second connection is to be had");
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                fail(failure.toString());
            }
        }
    }

    private ExecutorService thread() {
        ExecutorService started = thread.orElseGet(() -> Executors.newSingleThreadExecutor(task -> {
            Thread created = new Thread(task, "aludel progress");
            created.setDaemon(true);
            return created;
        }));
        thread = Optional.of(started);
        return started;
    }

    private void stop() {
        asking.ifPresent(running -> running.cancel(true));
        asking = Optional.empty();
    }

    /** Said once, as nothing is asked any more. */
    private synchronized void fail(String reason) {
        if (!failed) {
            failed = true;
            LoggerFactory.getLogger("dev.aludel.migration")
                    .debug("the progress of statements can't be told, and is not asked for any more: {}", reason);
        }
    }
}
