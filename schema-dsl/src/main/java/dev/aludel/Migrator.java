package dev.aludel;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockKey;
import dev.aludel.error.MigrationException;
import dev.aludel.execute.Listeners;
import dev.aludel.execute.LockWaiting;
import dev.aludel.execute.MigrationListener;
import dev.aludel.history.Histories;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.lock.LockSettings;
import dev.aludel.log.Assumption;
import dev.aludel.log.Interruption;
import dev.aludel.log.LogEntry;
import dev.aludel.plan.Plan;
import dev.aludel.plan.RevisionDetails;
import dev.aludel.plan.VerifiedRevision;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Takes a database along a history of revisions.
 *
 * <pre>{@code
 * Migrator.upgrade(dataSource, "head");
 * }</pre>
 *
 * <p>A target is {@code head}, {@code base}, a revision's id or a unique prefix of it, or a number of steps, {@code +1} or
 * {@code -1}; {@code docs/revision-graph.md} has the whole grammar. Immutable and thread-safe. Every failure is a
 * {@link dev.aludel.error.MigrationException} that says what state the database is in.
 */
public final class Migrator {

    private final DataSource dataSource;
    private final RevisionCatalog catalog;
    private final Settings settings;

    private Migrator(DataSource dataSource, History history, Settings settings) {
        this.dataSource = dataSource;
        this.catalog = RevisionCatalog.of(history);
        this.settings = settings;
    }

    /** Upgrades a database along the one history on the class path. */
    public static MigrationResult upgrade(DataSource dataSource, String target) {
        return on(dataSource).build().upgrade(target);
    }

    /** Starts a migrator for a database. */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Upgrades to {@code target}. When there is nothing to do, this costs one SELECT.
     *
     * @throws dev.aludel.execute.RevisionFailedException when a revision fails; those before it stay applied
     */
    public MigrationResult upgrade(String target) {
        return inSession(session -> session.migrate(target, rows -> catalog.upgrade(rows, target)));
    }

    /** Downgrades to {@code target}. */
    public MigrationResult downgrade(String target) {
        return inSession(session -> session.migrate(target, rows -> graph().downgrade(rows, target)));
    }

    /** What {@link #upgrade(String)} would do now; nothing is executed. */
    public Plan plan(String target) {
        return inSession(session -> session.plan(rows -> catalog.upgrade(rows, target)));
    }

    /** What {@link #downgrade(String)} would do now; nothing is executed. */
    public Plan planDowngrade(String target) {
        return inSession(session -> session.plan(rows -> graph().downgrade(rows, target)));
    }

    /** Sets where the database stands, without running anything; the result lists the rows that came or went. */
    public MigrationResult stamp(String... targets) {
        return stamp(false, targets);
    }

    /** Sets where the database stands, whatever its version table says now; even rows that this history lacks go. */
    public MigrationResult stampPurging(String... targets) {
        return stamp(true, targets);
    }

    /** Creates the version table, and the log beside it, where they are missing; whether the version table was. */
    public boolean ensureVersionTable() {
        return inSession(MigrationSession::ensureVersionTable);
    }

    /**
     * Ends the revision that an earlier run left applied in part; {@link #upgrade} and {@link #downgrade} do so too when
     * they lead there.
     *
     * @throws dev.aludel.execute.StatementInDoubtException when nobody can tell whether a statement took effect
     * @throws dev.aludel.error.MigrationException when no revision is applied in part
     */
    public MigrationResult resume() {
        return inSession(session -> session.resume(Optional.empty()));
    }

    /** Ends the revision that is applied in part, knowing what became of the statement that is in doubt. */
    public MigrationResult resume(Assumption assumption) {
        return inSession(session -> session.resume(Optional.of(assumption)));
    }

    /** The revision that an earlier run left applied in part, and how far it came. */
    public Optional<Interruption> interruption() {
        return inSession(MigrationSession::interruption);
    }

    /** What was applied, taken back and stamped, oldest first; none where the database has no log. */
    public List<LogEntry> log() {
        return inSession(MigrationSession::log);
    }

    /**
     * Holds each applied revision against what the log says was applied, base first.
     *
     * @throws dev.aludel.plan.PlanningException when a revision can't be recorded any more
     */
    public List<VerifiedRevision> verify() {
        return inSession(MigrationSession::verify);
    }

    /** The revisions that the version table names, sorted; none where the database is at base. */
    public Set<RevisionId> current() {
        return inSession(MigrationSession::current);
    }

    /** The revisions that the database lacks, in the order in which {@code upgrade("heads")} would apply them. */
    public List<RevisionId> pending() {
        return graph().pending(current());
    }

    /** The headers of all revisions, newest first; no database is asked. */
    public List<Header> history() {
        return graph().history(":", Set.of());
    }

    /**
     * The headers of a range, newest first; the database is asked only where the range names {@code current}, or is
     * nothing but a number of steps.
     *
     * @param range {@code FROM:TO}, either of which may be missing; FROM is among them
     */
    public List<Header> history(String range) {
        return graph().history(range, RevisionGraph.dependsOnCurrent(range) ? current() : Set.of());
    }

    /**
     * What a revision is and does; the database is asked only where {@code target} is {@code current} or counts steps.
     *
     * @param target an id, a prefix of one, a label, {@code head}: anything that stands for one revision
     */
    public RevisionDetails show(String target) {
        Set<RevisionId> rows = RevisionGraph.dependsOnCurrent(target) ? current() : Set.of();
        Set<RevisionId> found = graph().resolve(rows, target);
        if (found.size() != 1) {
            throw new MigrationException("\"%s\" stands for %d revisions, and one is to be shown: name it by its id"
                    .formatted(target, found.size()));
        }
        return RevisionDetails.of(catalog, found.iterator().next());
    }

    /** How the revisions hang together: branch points, merges, labels; no database is asked. */
    public RevisionGraph graph() {
        return catalog.graph();
    }

    /** The revisions that none follows, sorted; no database is asked. */
    public List<RevisionId> heads() {
        return List.copyOf(catalog.graph().heads());
    }

    private MigrationResult stamp(boolean purge, String... targets) {
        return inSession(session -> session.migrate(
                String.join(" ", targets), rows -> catalog.graph().stamp(rows, List.of(targets), purge)));
    }

    private <R> R inSession(MigrationSession.Work<R> work) {
        return MigrationSession.with(dataSource, catalog, settings, work);
    }

    /**
     * What a migrator needs beside database and history.
     *
     * @param dialects finds the dialect by the connection, unless one was chosen
     * @param tag what the migration log says of the run
     * @param listener the log, and whoever listens beside it
     */
    record Settings(
            DialectFinder dialects,
            VersionTable versionTable,
            LockSettings lock,
            LockWaiting lockWaiting,
            Optional<String> tag,
            MigrationListener listener,
            Clock clock) {}

    /** Configures a migrator; each method returns a builder with that much more said. */
    public static final class Builder {

        private final DataSource dataSource;
        private Optional<History> history = Optional.empty();
        private Optional<Dialect> dialect = Optional.empty();
        private final List<Dialect> preferred = new ArrayList<>();
        private Optional<VersionTable> versionTable = Optional.empty();
        private LockSettings lock = LockSettings.standard();
        private LockWaiting lockWaiting = LockWaiting.standard();
        private Optional<String> tag = Optional.empty();
        private final List<MigrationListener> listeners = new ArrayList<>();
        private Clock clock = Clock.systemUTC();

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Takes this history, in place of the one on the class path. */
        public Builder history(History chosen) {
            history = Optional.of(chosen);
            return this;
        }

        /** Takes this dialect, in place of the one on the class path that knows the connection. */
        public Builder dialect(Dialect chosen) {
            dialect = Optional.of(chosen);
            return this;
        }

        /** Takes this dialect where the connection is to a database of its kind, and the one on the class path elsewhere. */
        public Builder prefer(Dialect configured) {
            preferred.add(configured);
            return this;
        }

        /** Keeps the revisions in this table, which may be {@code schema.table}, in place of the history's own. */
        public Builder versionTable(String table) {
            versionTable = Optional.of(VersionTable.named(table));
            return this;
        }

        /** Waits this long for another run to finish; 60 seconds unless told otherwise. */
        public Builder lockTimeout(Duration timeout) {
            lock = lock.waiting(timeout);
            return this;
        }

        /**
         * Takes the lock by this name or number, to meet another tool's; otherwise it derives from database and version table.
         *
         * @param key on PostgreSQL a 64-bit number such as {@code 123456789}, on MySQL a name of up to 64 characters such as
         *     {@code alembic_migration_123456789}; of no effect on SQLite, whose file has one lock
         */
        public Builder lockKey(String key) {
            lock = lock.keyed(new LockKey(key));
            return this;
        }

        /**
         * Takes a lease in place of the database's own lock: a row beside the version table, with an expiry, which is
         * renewed while the run goes on. For poolers that give one session to many in turn. Every run on the database must
         * do the same. Of no effect on SQLite, whose file lock is always to be trusted.
         *
         * @param duration after which another run may take over from one that stands still; 1 second at least
         */
        public Builder lease(Duration duration) {
            lock = lock.leased(duration);
            return this;
        }

        /** Runs without any lock, so that the caller must see to it that no two runs meet. */
        public Builder withoutLock() {
            lock = lock.unlocked();
            return this;
        }

        /** Says this of the run in the migration log: a ticket, a release. */
        public Builder tag(String text) {
            tag = Optional.of(text);
            return this;
        }

        /**
         * Lets a statement wait this long for other sessions' locks, 5 seconds unless told otherwise: whoever wants the same
         * table after it waits behind it, readers too. Zero waits for as long as the database is set to. {@code
         * docs/lock-waits.md} has the details.
         */
        public Builder lockWait(Duration limit) {
            lockWaiting = new LockWaiting(limit, lockWaiting.retries());
            return this;
        }

        /**
         * Tries this often again what failed on other sessions' locks, 5 times unless told otherwise, after pauses that
         * double and are partly random, the first about a tenth of the {@linkplain #lockWait(Duration) wait}: the whole
         * revision where it is one transaction, the statement elsewhere, and nothing that has run Java.
         */
        public Builder lockRetries(int retries) {
            lockWaiting = new LockWaiting(lockWaiting.limit(), retries);
            return this;
        }

        /** Tells this listener what happens; several are told in the order in which they were added. */
        public Builder listener(MigrationListener listener) {
            listeners.add(listener);
            return this;
        }

        /** Takes the time of a run from this clock. */
        public Builder clock(Clock runClock) {
            clock = runClock;
            return this;
        }

        /**
         * The migrator.
         *
         * @throws dev.aludel.history.HistoryException when no history was given and not exactly one is on the class path
         * @throws dev.aludel.error.MigrationException when the history's revisions contradict each other
         */
        public Migrator build() {
            History along = history.orElseGet(Histories::only);
            VersionTable table = versionTable.orElseGet(() -> VersionTable.named(along.versionTable()));
            DialectFinder dialects = new DialectFinder(dialect, List.copyOf(preferred), table);
            MigrationListener listener = Listeners.withLog(listeners);
            Settings settings = new Settings(dialects, table, lock, lockWaiting, tag, listener, clock);
            return new Migrator(dataSource, along, settings);
        }
    }
}
