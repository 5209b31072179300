package dev.aludel.execute;

import dev.aludel.dialect.AttemptGuard;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Undoes what an attempt did where the database refuses one of its actions: by a savepoint, where a transaction covers DDL;
 * elsewhere an attempt is one statement, which took no effect.
 */
final class Attempts {

    private final Connection connection;
    private final Dialect dialect;
    private final RevisionWork work;
    private Optional<AttemptGuard> open = Optional.empty();
    private AttemptStart start = new AttemptStart(0, 0);

    Attempts(Connection connection, Dialect dialect, RevisionWork work) {
        this.connection = connection;
        this.dialect = dialect;
        this.work = work;
    }

    /** Makes ready for a step, before anything is written or read for it. */
    void enter(CompiledStep step) throws SQLException {
        Optional<AttemptGuard> tried = step.attempt().filter(guard -> !guard.refused());
        if (!tried.equals(open)) {
            leave();
            open = tried;
            start = new AttemptStart(work.progress().size(), work.rowsChanged());
            if (open.isPresent() && dialect.transactionalDdl()) {
                dialect.transactions().savepoint(connection);
            }
        }
    }

    /**
     * Carries out the actions of the step.
     *
     * @param count how many they are
     * @return whether the database took them
     */
    boolean run(int count, Actions actions) throws SQLException {
        int before = work.progress().started();
        try {
            actions.run();
            return true;
        } catch (SQLException | CheckFailedException failure) {
            if (open.isEmpty() || !isRefusal(failure)) {
                throw failure;
            }
            if (dialect.transactionalDdl()) {
                dialect.transactions().rollbackToSavepoint(connection);
            }
            work.refused(open.get(), start, count - (work.progress().started() - before), failure);
            return false;
        }
    }

    /** Keeps what the last attempt did. */
    void leave() throws SQLException {
        if (open.isPresent() && dialect.transactionalDdl()) {
            dialect.transactions().releaseSavepoint(connection);
        }
        open = Optional.empty();
    }

    private boolean isRefusal(Exception failure) {
        return work.failedWith(failure) && (!(failure instanceof SQLException reason) || dialect.isRefusal(reason));
    }

    /** What is done for a step. */
    @FunctionalInterface
    interface Actions {
        void run() throws SQLException;
    }
}
