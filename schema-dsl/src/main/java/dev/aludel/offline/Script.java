package dev.aludel.offline;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.plan.Bookkeeping;
import dev.aludel.plan.LiveTables;
import dev.aludel.plan.Plan;
import dev.aludel.plan.Planner;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Route;
import dev.aludel.sql.Statement;
import java.io.IOException;
import java.util.List;

/**
 * A migration as SQL for review: what an online run would send, with transactions and version rows, for the database's own
 * command-line client. No connection is made, and the same history gives the same text.
 */
public final class Script {

    private final String text;

    private Script(String text) {
        this.text = text;
    }

    /**
     * Starts a script of {@code history} for the oldest common server of {@code dialect}, and the history's own
     * version table.
     */
    public static Builder of(History history, Dialect dialect) {
        return new Builder(history, dialect, dialect.offlineVersion(), VersionTable.named(history.versionTable()));
    }

    /** Writes the script. */
    public void writeTo(Appendable target) throws IOException {
        target.append(text);
    }

    /** The script whole, ending in a line feed. */
    @Override
    public String toString() {
        return text;
    }

    /** What a script is to be for. */
    public static final class Builder {

        private final History history;
        private final Dialect dialect;
        private final ServerVersion version;
        private final VersionTable versionTable;

        private Builder(History history, Dialect dialect, ServerVersion version, VersionTable versionTable) {
            this.history = history;
            this.dialect = dialect;
            this.version = version;
            this.versionTable = versionTable;
        }

        /** For this version of the server, for example {@code "15"}. */
        public Builder version(String server) {
            return version(dialect.version(server));
        }

        /** For this server. */
        public Builder version(ServerVersion server) {
            return new Builder(history, dialect, server, versionTable);
        }

        /** For this version table, which may be {@code schema.table}. */
        public Builder versionTable(String table) {
            return new Builder(history, dialect, version, VersionTable.named(table));
        }

        /**
         * The upgrade along {@code range}: {@code FROM:TO}, or a target, which is reached from base.
         *
         * @throws dev.aludel.error.MigrationException when the range or a revision makes no sense
         */
        public Script upgrade(String range) {
            RevisionCatalog catalog = RevisionCatalog.of(history);
            return render(catalog, catalog.graph().upgradeOffline(range));
        }

        /**
         * The downgrade along {@code range}, which must be {@code FROM:TO}.
         *
         * @throws dev.aludel.error.MigrationException when the range or a revision makes no sense
         */
        public Script downgrade(String range) {
            RevisionCatalog catalog = RevisionCatalog.of(history);
            return render(catalog, catalog.graph().downgradeOffline(range));
        }

        /**
         * The stamp along {@code range}: {@code FROM:TO}, or a target, which is stamped on an empty version table; with
         * further targets of the same stamp.
         *
         * @throws dev.aludel.error.MigrationException when the range or a target makes no sense
         */
        public Script stamp(String range, String... more) {
            RevisionCatalog catalog = RevisionCatalog.of(history);
            return render(catalog, catalog.graph().stampOffline(range, more));
        }

        /** Creates the version table, and the log beside it, where they are missing. */
        public Script ensureVersionTable() {
            Planner planner = planner(RevisionCatalog.of(history));
            Plan nothing = planner.plan(new Route(List.of()), Bookkeeping.none());
            List<Statement> preparation = planner.preparation(Bookkeeping.none());
            return new Script(new ScriptWriter(nothing, history.name()).write(preparation));
        }

        /**
         * The script along {@code route}, which leads through the graph of the history.
         *
         * @throws dev.aludel.error.MigrationException when a revision makes no sense
         */
        public Script along(Route route) {
            return render(RevisionCatalog.of(history), route);
        }

        private Script render(RevisionCatalog catalog, Route route) {
            Plan plan = planner(catalog).plan(route, found(route));
            return new Script(new ScriptWriter(plan, history.name()).write());
        }

        private Planner planner(RevisionCatalog catalog) {
            dialect.requireSupported(version);
            CompileContext context = CompileContext.offline(version);
            return new Planner(catalog, dialect, context, versionTable, LiveTables.none());
        }

        /** A database that another tool brought where it stands has no log yet. */
        private static Bookkeeping found(Route route) {
            boolean startsAtBase =
                    !route.isEmpty() && route.moves().get(0).rowsBefore().isEmpty();
            return new Bookkeeping(!startsAtBase, false);
        }
    }
}
