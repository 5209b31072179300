package dev.aludel;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.Executor;
import dev.aludel.execute.InterruptedRevisionException;
import dev.aludel.execute.Listeners;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.Preparation;
import dev.aludel.execute.Standing;
import dev.aludel.execute.VersionRows;
import dev.aludel.execute.VersionRowsMovedException;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.lock.ContendedReading;
import dev.aludel.lock.LockTrial;
import dev.aludel.lock.RunLock;
import dev.aludel.lock.SpareConnection;
import dev.aludel.log.Assumption;
import dev.aludel.log.Interruption;
import dev.aludel.log.Journal;
import dev.aludel.log.JournaledAction;
import dev.aludel.log.LogEntry;
import dev.aludel.log.LogTableSql;
import dev.aludel.log.MigrationLog;
import dev.aludel.log.Outcome;
import dev.aludel.log.Run;
import dev.aludel.model.Table;
import dev.aludel.plan.Bookkeeping;
import dev.aludel.plan.Plan;
import dev.aludel.plan.Planner;
import dev.aludel.plan.Verification;
import dev.aludel.plan.VerifiedRevision;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.sql.Statement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** One call of a migrator, on one connection. */
final class MigrationSession {

    /** A pool that has one to spare gives it sooner. */
    private static final Duration SECOND_CONNECTION = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Connection connection;
    private final RevisionCatalog catalog;
    private final Migrator.Settings settings;
    private final Dialect dialect;
    private final ServerVersion version;
    private final VersionRows versionRows;
    private final MigrationLog migrationLog;
    private final MigrationListener listener;
    private final RunLock lock;

    private MigrationSession(
            DataSource dataSource, Connection connection, RevisionCatalog catalog, Migrator.Settings settings)
            throws SQLException {
        this.dataSource = dataSource;
        this.connection = connection;
        this.catalog = catalog;
        this.settings = settings;
        DatabaseMetaData database = connection.getMetaData();
        DialectAccess access = settings.dialects().access(database);
        this.dialect = access.dialect();
        this.version = dialect.version(database);
        this.versionRows = access.versionRows();
        this.migrationLog = access.migrationLog();
        this.listener = settings.listener();
        this.lock = new RunLock(dataSource, dialect, settings.lock());
    }

    /** Does {@code work} on a connection of its own, which is in autocommit mode meanwhile. */
    static <R> R with(DataSource dataSource, RevisionCatalog catalog, Migrator.Settings settings, Work<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try {
                MigrationSession session = new MigrationSession(dataSource, connection, catalog, settings);
                session.dialect.requireSupported(session.version);
                return work.in(session);
            } finally {
                if (!autoCommit && !connection.isClosed()) {
                    connection.setAutoCommit(false);
                }
            }
        } catch (SQLException failure) {
            throw new MigrationException(
                    "the database could not be reached, or refused to tell where it stands; no revision was under way: %s\nCorrect the cause and run the same command again: it goes on from where the database stands then."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    Set<RevisionId> current() throws SQLException {
        return standing().rows();
    }

    List<LogEntry> log() throws SQLException {
        return migrationLog.entries(connection);
    }

    List<VerifiedRevision> verify() throws SQLException {
        return new Verification(catalog).of(current(), log());
    }

    /** The revision that may be applied in part. */
    Optional<Interruption> interruption() throws SQLException {
        return interruption(standing());
    }

    /** The plan along the route from where the database stands. */
    Plan plan(Function<Set<RevisionId>, Route> finder) throws SQLException {
        Standing standing = standing();
        return plan(route(finder, standing.rows()), standing, context(interruption(standing)));
    }

    /** Creates the tables of the bookkeeping that are missing; whether the version table was. */
    boolean ensureVersionTable() throws SQLException {
        Bookkeeping found = standing().bookkeeping();
        List<Statement> missing = planner(context(Optional.empty())).preparation(found);
        if (!missing.isEmpty()) {
            whileLocked(held -> new Preparation(dialect, missing).run(connection, held));
        }
        return !found.versionTable();
    }

    /** Goes along the route from where the database stands; nobody else migrates it meanwhile. */
    MigrationResult migrate(String target, Function<Set<RevisionId>, Route> finder) throws SQLException {
        Standing standing = standing();
        Route route = route(finder, standing.rows());
        if (route.isEmpty() && standing.openEntry().isEmpty()) {
            return new MigrationResult(List.of(), route.notes());
        }
        List<AppliedRevision> applied = new ArrayList<>();
        whileLocked(held -> {
            // Where nobody is kept out yet, a second look would tell no more: each transaction looks again.
            Standing now = dialect.lock().coversWholeRun() ? standingAfter(standing) : standing;
            while (!migrated(held, target, finder, now, applied)) {
                // Another run moved on meanwhile: the plan is made anew from where the database stands now.
                now = standing();
            }
        });
        return new MigrationResult(applied, route.notes());
    }

    /** Ends the revision that is applied in part; what is in doubt is taken for what {@code assumption} says. */
    MigrationResult resume(Optional<Assumption> assumption) throws SQLException {
        List<AppliedRevision> applied = new ArrayList<>();
        whileLocked(held -> {
            Interruption open = interruption()
                    .orElseThrow(() -> new MigrationException(
                            "there is nothing to resume: no revision is applied in part. Nothing was done"));
            Interruption known = assumption.isPresent() ? settled(open, assumption.get()) : open;
            Standing standing = standing();
            Route route = catalog.graph().only(open.direction(), open.revision(), standing.rows());
            run(held, route, standing, Optional.of(known), applied);
        });
        return new MigrationResult(applied, List.of());
    }

    /** Plans and runs once; false if another run moved the version rows meanwhile. */
    private boolean migrated(
            MigrationLock.Held held,
            String target,
            Function<Set<RevisionId>, Route> finder,
            Standing standing,
            List<AppliedRevision> applied)
            throws SQLException {
        Route route = route(finder, standing.rows());
        Optional<Interruption> open = interruption(standing);
        try {
            if (open.isPresent() && isSettledBy(route, open.get(), standing.rows())) {
                run(held, route, standing, Optional.empty(), applied);
                journal(open.get()).finish(Outcome.ABANDONED, settings.clock().instant());
            } else {
                open.ifPresent(interruption -> requireFirst(route, interruption));
                run(held, route, standing, open, applied);
            }
            return true;
        } catch (VersionRowsMovedException moved) {
            if (isRelative(target)) {
                throw moved;
            }
            return false;
        }
    }

    /** A target that counts steps from where the database stands means something else once it stands elsewhere. */
    private static boolean isRelative(String target) {
        return target.matches("(?:[^@]+@)?[+-]\\d+");
    }

    private Route route(Function<Set<RevisionId>, Route> finder, Set<RevisionId> rows) {
        try {
            return finder.apply(rows);
        } catch (UnknownRevisionException unknown) {
            throw ForeignVersionRowsException.explaining(unknown, settings.versionTable());
        }
    }

    private Interruption settled(Interruption open, Assumption assumption) throws SQLException {
        JournaledAction known = assumption.settle(open);
        journal(open).mark(known.position(), known.outcome());
        return open.with(known);
    }

    private void run(
            MigrationLock.Held held,
            Route route,
            Standing standing,
            Optional<Interruption> open,
            List<AppliedRevision> applied)
            throws SQLException {
        CompileContext context = context(open);
        Plan plan = planWhileTrying(held, route, standing, context);
        executor(context).run(connection, held, plan, open, applied);
    }

    /** Where nobody listens, nobody asks either. */
    private Executor executor(CompileContext context) {
        Executor executor = new Executor(
                context, Run.ofThisProcess(settings.tag()), settings.lockWaiting(), settings.clock(), listener);
        return Listeners.hearProgress(settings.listener())
                ? executor.tellingProgress(() -> SpareConnection.open(dataSource, connection, SECOND_CONNECTION))
                : executor;
    }

    /** The second connection, by which the lock is tried, opens while the plan is made. */
    private Plan planWhileTrying(MigrationLock.Held held, Route route, Standing standing, CompileContext context)
            throws SQLException {
        if (route.isEmpty()) {
            return plan(route, standing, context);
        }
        try (LockTrial trial = lock.trial(connection, held)) {
            Plan plan = plan(route, standing, context);
            trial.require(held);
            return plan;
        }
    }

    /** Whether somebody brought the interrupted revision to an end by hand, and said so. */
    private boolean isSettledBy(Route route, Interruption open, Set<RevisionId> rows) {
        boolean stamps = route.moves().stream().anyMatch(move -> move.direction() == Direction.STAMP);
        boolean applied = catalog.graph().contains(open.revision())
                && catalog.graph().ancestors(rows).contains(open.revision());
        return stamps || applied == (open.direction() == Direction.UPGRADE);
    }

    private static void requireFirst(Route route, Interruption open) {
        boolean first = !route.isEmpty()
                && route.moves().get(0).revision().equals(open.revision())
                && route.moves().get(0).direction() == open.direction();
        if (!first) {
            throw new InterruptedRevisionException(open);
        }
    }

    private Journal journal(Interruption open) {
        return new Journal(
                connection,
                new LogTableSql(dialect.syntax(), settings.versionTable().log()),
                open.revision(),
                open.direction(),
                open.entry().number());
    }

    private void whileLocked(Locked work) throws SQLException {
        try (MigrationLock.Held held = lock.acquire(connection, lockRequest())) {
            work.run(held);
        }
    }

    private LockRequest lockRequest() {
        VersionTable table = settings.versionTable();
        return new LockRequest(
                table.schema(),
                table.name(),
                settings.lock().key(),
                settings.lock().timeout(),
                listener::waitingForLock);
    }

    /** Where the database stands; whoever keeps it from being read for a moment is waited for. */
    private Standing standing() throws SQLException {
        return new ContendedReading(dialect.lock(), lockRequest()).read(() -> versionRows.read(connection));
    }

    private Standing standingAfter(Standing before) throws SQLException {
        return new ContendedReading(dialect.lock(), lockRequest())
                .read(() -> versionRows.readAgain(connection, before));
    }

    private Optional<Interruption> interruption(Standing standing) throws SQLException {
        return standing.openEntry().isEmpty()
                ? Optional.empty()
                : migrationLog.interruption(connection, standing.openEntry().get());
    }

    private Plan plan(Route route, Standing standing, CompileContext context) throws SQLException {
        new IdLengths(connection, dialect, settings.versionTable())
                .require(route, standing.bookkeeping().versionTable());
        return planner(context).plan(route, standing.bookkeeping());
    }

    private Planner planner(CompileContext context) {
        return new Planner(catalog, dialect, context, settings.versionTable(), this::liveTable);
    }

    /** A revision that goes on keeps the time that it began with. */
    private CompileContext context(Optional<Interruption> open) {
        long now = settings.clock().millis();
        return CompileContext.online(
                version, open.flatMap(Interruption::runTimeMillis).orElse(now));
    }

    private Optional<Table> liveTable(String table) {
        try {
            return dialect.inspector().table(connection, table);
        } catch (SQLException failure) {
            throw new DialectException(
                    "the live table \"%s\" cannot be read: %s".formatted(table, failure.getMessage()), failure);
        }
    }

    /** What is done while the lock is held. */
    @FunctionalInterface
    private interface Locked {
        void run(MigrationLock.Held held) throws SQLException;
    }

    /** What is done in a session. */
    @FunctionalInterface
    interface Work<R> {
        R in(MigrationSession session) throws SQLException;
    }
}
