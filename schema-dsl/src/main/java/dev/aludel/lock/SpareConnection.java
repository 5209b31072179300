package dev.aludel.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** A second connection, where one can be had soon: a pool may hold no more than the one that migrates. */
final class SpareConnection {

    private SpareConnection() {}

    /**
     * Opens one in autocommit mode. It is waited for on a thread of its own, since a pool may take its time to say no; one
     * that comes too late is given back.
     *
     * @param first the connection that migrates, which some data sources hand out again and again
     */
    static Optional<Connection> open(DataSource dataSource, Connection first, Duration limit) {
        CompletableFuture<Connection> opening = new CompletableFuture<>();
        Thread thread = new Thread(() -> open(dataSource, opening), "aludel second connection");
        thread.setDaemon(true);
        thread.start();
        try {
            Connection opened = opening.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return opened == first ? Optional.empty() : Optional.of(inAutoCommit(opened));
        } catch (TimeoutException | ExecutionException | SQLException none) {
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

    private static void open(DataSource dataSource, CompletableFuture<Connection> opening) {
        try {
            Connection opened = dataSource.getConnection();
            if (!opening.complete(opened)) {
                opened.close();
            }
        } catch (SQLException | RuntimeException failure) {
            opening.completeExceptionally(failure);
        }
    }
}
