package dev.aludel.testing.contract;

import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** A run whose connection breaks right after an action, or its refusal in an attempt, before anything can be said of it. */
public final class DyingRun implements MigrationListener {

    private final TestDatabase database;
    private final String summary;
    private Optional<Connection> connection = Optional.empty();

    /**
     * A run on {@code database}.
     *
     * @param summary part of the summary of the action after which the connection breaks
     */
    public DyingRun(TestDatabase database, String summary) {
        this.database = database;
        this.summary = summary;
    }

    /** Gives out connections, the first of which, the one that migrates, breaks in time. */
    public DataSource dataSource() {
        DataSource real = database.dataSource();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (result instanceof Connection opened && connection.isEmpty()) {
                            connection = Optional.of(opened);
                        }
                        return result;
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    }
                });
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        dieAt(action);
    }

    @Override
    public void attemptRefused(PlannedRevision revision, Action action, String reason) {
        dieAt(action);
    }

    private void dieAt(Action action) {
        if (action.summary().contains(summary)) {
            try {
                connection.orElseThrow().abort(Runnable::run);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            throw new IllegalStateException("the run dies after: " + action.summary());
        }
    }
}
