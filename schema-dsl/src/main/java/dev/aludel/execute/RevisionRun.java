package dev.aludel.execute;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.error.MigrationException;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Action;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Carries out one revision of a plan: in one transaction where the database has them for DDL. */
final class RevisionRun {

    private final Connection connection;
    private final Plan plan;
    private final PlannedRevision revision;
    private final Dialect dialect;
    private final Compiler compiler;
    private final ActionRunner runner;
    private final RevisionProgress progress;

    RevisionRun(
            Connection connection,
            Plan plan,
            PlannedRevision revision,
            CompileContext context,
            MigrationListener listener) {
        this.connection = connection;
        this.plan = plan;
        this.revision = revision;
        this.dialect = plan.dialect();
        this.compiler = dialect.compiler(context);
        this.runner = new ActionRunner(connection, dialect, revision, listener);
        this.progress = new RevisionProgress(revision.actions());
    }

    /**
     * Applies the revision, or takes it back.
     *
     * @throws RevisionFailedException when it fails
     * @throws LockTimeoutException when another run holds the database for too long; nothing was done then
     * @throws VersionRowsMovedException when another run moved the version rows meanwhile; nothing was done then
     */
    AppliedRevision run() {
        long start = System.nanoTime();
        try (AppliedSettings settings =
                AppliedSettings.apply(connection, revision.compiled().settings())) {
            if (dialect.transactionalDdl()) {
                inTransaction();
            } else {
                act();
            }
        } catch (VersionRowsMovedException | LockTimeoutException another) {
            throw another;
        } catch (SQLException | RuntimeException failure) {
            throw new FailureReport(plan, revision, progress).exception(failure);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new AppliedRevision(revision.header(), revision.move().direction(), duration, runner.rowsChanged());
    }

    private void inTransaction() throws SQLException {
        dialect.transactions().begin(connection);
        try {
            verifyVersionRows();
            act();
            dialect.transactions().commit(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    private void rollback(Throwable failure) {
        try {
            dialect.transactions().rollback(connection);
            progress.rolledBack();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Where the lock doesn't cover the whole run, another run may have moved on since the plan was made. */
    private void verifyVersionRows() throws SQLException {
        if (dialect.lock().coversWholeRun()) {
            return;
        }
        Set<RevisionId> rows =
                new VersionRows(dialect, plan.versionTable()).read(connection).orElse(Set.of());
        if (!rows.equals(revision.move().rowsBefore())) {
            throw new VersionRowsMovedException(revision.move().rowsBefore(), rows);
        }
    }

    private void act() throws SQLException {
        for (Statement statement : revision.preparation()) {
            run(statement);
        }
        for (Action precondition : revision.compiled().preconditions()) {
            run(precondition);
        }
        for (CompiledStep step : revision.compiled().steps()) {
            run(step);
        }
        for (Statement statement : revision.versionStatements()) {
            runOnOneRow(statement);
        }
    }

    private void run(CompiledStep step) throws SQLException {
        List<Action> actions = step.actions();
        if (step.readsLive()) {
            actions = compiler.refine(step, connection).actions();
            progress.replace(step.actions(), actions);
        }
        for (Action action : actions) {
            run(action);
        }
    }

    private long run(Action action) throws SQLException {
        progress.start(action);
        long rows = action instanceof CodeCall && !dialect.transactionalDdl()
                ? inOwnTransaction(action)
                : runner.run(action);
        progress.finish();
        return rows;
    }

    /** Java may send several statements, which are to take effect together. */
    private long inOwnTransaction(Action action) throws SQLException {
        dialect.transactions().begin(connection);
        try {
            long rows = runner.run(action);
            dialect.transactions().commit(connection);
            return rows;
        } catch (SQLException | RuntimeException | Error failure) {
            dialect.transactions().rollback(connection);
            throw failure;
        }
    }

    private void runOnOneRow(Statement statement) throws SQLException {
        long rows = run(statement);
        if (rows != 1) {
            throw new MigrationException(
                    "the version table was changed by somebody else: \"%s\" met %d rows in place of 1"
                            .formatted(statement.summary(), rows));
        }
    }
}
