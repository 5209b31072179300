package dev.aludel.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * A second connection, where one can be had soon: a pool may hold no more than the one that migrates. It is opened on a
 * thread of its own, since a pool may take its time to say no, and since there is other work to do meanwhile.
 */
public final class SpareConnection implements AutoCloseable {

    private final Connection first;
    private final CompletableFuture<Connection> opening = new CompletableFuture<>();
    private boolean handedOver;

    private SpareConnection(Connection first) {
        this.first = first;
    }

    /**
     * One as the data source gives it, for the caller to close, where it is to be had within {@code limit}. It may still be
     * {@code first} in disguise.
     */
    public static Optional<Connection> open(DataSource dataSource, Connection first, Duration limit) {
        return opening(dataSource, first).awaitAsItIs(limit);
    }

    /**
     * Begins to open one.
     *
     * @param first the connection that migrates, which some data sources hand out again and again
     */
    static SpareConnection opening(DataSource dataSource, Connection first) {
        SpareConnection spare = new SpareConnection(first);
        Thread thread = new Thread(() -> spare.open(dataSource), "aludel second connection");
        thread.setDaemon(true);
        thread.start();
        return spare;
    }

    /**
     * The connection, in autocommit mode, for the caller to close; one that comes later than {@code limit} from now is given
     * back.
     */
    Optional<Connection> await(Duration limit) {
        Optional<Connection> opened = awaitAsItIs(limit);
        try {
            return opened.isPresent() ? Optional.of(inAutoCommit(opened.get())) : opened;
        } catch (SQLException unfit) {
            return Optional.empty();
        }
    }

    private Optional<Connection> awaitAsItIs(Duration limit) {
        handedOver = true;
        try {
            Connection opened = opening.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return opened == first ? Optional.empty() : Optional.of(opened);
        } catch (TimeoutException | ExecutionException none) {
            opening.cancel(false);
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            opening.cancel(false);
            return Optional.empty();
        }
    }

    private static Connection inAutoCommit(Connection opened) throws SQLException {
        if (!opened.getAutoCommit()) {
            opened.setAutoCommit(true);
        }
        return opened;
    }

    private void open(DataSource dataSource) {
        try {
            Connection opened = dataSource.getConnection();
            if (!opening.complete(opened)) {
                giveBack(opened);
            }
        } catch (SQLException | RuntimeException failure) {
            opening.completeExceptionally(failure);
        }
    }

    private void giveBack(Connection opened) throws SQLException {
        if (opened != first) {
            opened.close();
        }
    }

    /** Gives back what nobody asked for, now or as soon as it is there. */
    @Override
    public void close() throws SQLException {
        if (!handedOver && !opening.cancel(false)) {
            try {
                giveBack(opening.join());
            } catch (CompletionException | CancellationException none) {
                // There is nothing to give back.
            }
        }
    }
}
