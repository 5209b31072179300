package dev.aludel;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.Executor;
import dev.aludel.execute.VersionRows;
import dev.aludel.execute.VersionRowsMovedException;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.Table;
import dev.aludel.plan.Plan;
import dev.aludel.plan.Planner;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** One call of a migrator, on one connection. */
final class MigrationSession {

    /** A target that counts steps from where the database stands means something else once it stands elsewhere. */
    private static final Pattern RELATIVE = Pattern.compile("(?:[^@]+@)?[+-]\\d+");

    private final Connection connection;
    private final RevisionCatalog catalog;
    private final Migrator.Settings settings;
    private final Dialect dialect;
    private final ServerVersion version;
    private final VersionRows versionRows;

    private MigrationSession(Connection connection, RevisionCatalog catalog, Migrator.Settings settings)
            throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        this.settings = settings;
        DatabaseMetaData database = connection.getMetaData();
        this.dialect = settings.dialect().isPresent() ? settings.dialect().get() : Dialects.recognizing(database);
        this.version = dialect.version(database);
        this.versionRows = new VersionRows(dialect, settings.versionTable());
    }

    /** Does {@code work} on a connection of its own, which is in autocommit mode meanwhile. */
    static <R> R with(DataSource dataSource, RevisionCatalog catalog, Migrator.Settings settings, Work<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try {
                MigrationSession session = new MigrationSession(connection, catalog, settings);
                session.dialect.requireSupported(session.version);
                return work.in(session);
            } finally {
                if (!autoCommit && !connection.isClosed()) {
                    connection.setAutoCommit(false);
                }
            }
        } catch (SQLException failure) {
            throw new MigrationException(
                    "the database cannot be talked to, and nothing that this message doesn't name was changed: %s"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    Set<RevisionId> current() throws SQLException {
        return versionRows.read(connection).orElse(Set.of());
    }

    /** The plan along the route from where the database stands. */
    Plan plan(Function<Set<RevisionId>, Route> finder) throws SQLException {
        Optional<Set<RevisionId>> rows = versionRows.read(connection);
        return plan(finder.apply(rows.orElse(Set.of())), rows.isPresent(), context());
    }

    /** Goes along the route from where the database stands; nobody else migrates it meanwhile. */
    MigrationResult migrate(String target, Function<Set<RevisionId>, Route> finder) throws SQLException {
        Route route = finder.apply(current());
        if (route.isEmpty()) {
            return new MigrationResult(List.of(), route.notes());
        }
        List<AppliedRevision> applied = new ArrayList<>();
        String lockName = settings.versionTable().toString();
        try (MigrationLock.Held held = dialect.lock().acquire(connection, lockName, settings.lockTimeout())) {
            while (!migrated(target, finder, applied)) {
                // Another run moved on meanwhile: the plan is made anew from where the database stands now.
            }
        }
        return new MigrationResult(applied, route.notes());
    }

    /** Plans and runs once; false if another run moved the version rows meanwhile. */
    private boolean migrated(String target, Function<Set<RevisionId>, Route> finder, List<AppliedRevision> applied)
            throws SQLException {
        Optional<Set<RevisionId>> rows = versionRows.read(connection);
        CompileContext context = context();
        Plan plan = plan(finder.apply(rows.orElse(Set.of())), rows.isPresent(), context);
        try {
            new Executor(context, settings.listeners()).run(connection, plan, applied);
            return true;
        } catch (VersionRowsMovedException moved) {
            if (RELATIVE.matcher(target).matches()) {
                throw moved;
            }
            return false;
        }
    }

    private Plan plan(Route route, boolean hasVersionTable, CompileContext context) throws SQLException {
        new IdLengths(connection, dialect, settings.versionTable()).require(route, hasVersionTable);
        return new Planner(catalog, dialect, context, settings.versionTable(), this::liveTable)
                .plan(route, hasVersionTable);
    }

    private CompileContext context() {
        return CompileContext.online(version, settings.clock().millis());
    }

    private Optional<Table> liveTable(String table) {
        try {
            return dialect.inspector().table(connection, table);
        } catch (SQLException failure) {
            throw new DialectException(
                    "the live table \"%s\" cannot be read: %s".formatted(table, failure.getMessage()), failure);
        }
    }

    /** What is done in a session. */
    @FunctionalInterface
    interface Work<R> {
        R in(MigrationSession session) throws SQLException;
    }
}
