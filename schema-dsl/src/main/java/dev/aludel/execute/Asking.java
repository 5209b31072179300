package dev.aludel.execute;

import dev.aludel.dialect.ProgressQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One statement's progress, asked for once a second until the thread is interrupted; the first second is left alone. */
final class Asking {

    private static final long PAUSE_MILLIS = 1_000;
    private static final int ANSWER_SECONDS = 5;

    private final ProgressQuery query;
    private final long session;
    private final Supplier<Optional<Connection>> connections;
    private final Consumer<ActionProgress> told;
    private Optional<PhaseRate> rate = Optional.empty();

    /**
     * Asks about a session.
     *
     * @param session its number
     */
    Asking(
            ProgressQuery query,
            long session,
            Supplier<Optional<Connection>> connections,
            Consumer<ActionProgress> told) {
        this.query = query;
        this.session = session;
        this.connections = connections;
        this.told = told;
    }

    /**
     * Asks on a connection that is given back at the end. A data source may hand out the migrating session in a wrapper of
     * its own: nothing is set there, for that could end the revision's transaction.
     *
     * @return whether another session was to be had
     */
    boolean untilInterrupted() throws SQLException, InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        Optional<Connection> second = connections.get();
        if (second.isEmpty()) {
            return false;
        }
        try (Connection other = second.get();
                Statement statement = other.createStatement()) {
            if (number(query, other) == session) {
                return false;
            }
            if (!other.getAutoCommit()) {
                other.setAutoCommit(true);
            }
            statement.setQueryTimeout(ANSWER_SECONDS);
            while (!Thread.currentThread().isInterrupted()) {
                ask(statement);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return true;
    }

    /** The number of a connection's session. */
    static long number(ProgressQuery query, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query.session().text())) {
            result.next();
            return result.getLong(1);
        }
    }

    private void ask(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query.about(session).text())) {
            if (rows.next() && rows.getLong(3) > 0) {
                long now = System.nanoTime();
                PhaseRate followed = PhaseRate.following(rate, rows, now);
                rate = Optional.of(followed);
                tell(followed.progress(rows, now));
            }
        }
    }

    /** What ended meanwhile is not told of any more. */
    private void tell(ActionProgress progress) {
        if (!Thread.currentThread().isInterrupted()) {
            told.accept(progress);
        }
    }
}
