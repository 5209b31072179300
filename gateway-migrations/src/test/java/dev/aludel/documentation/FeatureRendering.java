package dev.aludel.documentation;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.postgres.PostgresDialect;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.plan.Bookkeeping;
import dev.aludel.plan.LiveTables;
import dev.aludel.plan.Plan;
import dev.aludel.plan.Planner;
import dev.aludel.plan.UnsupportedOperationOnDialect;
import dev.aludel.plan.VersionTable;
import dev.aludel.sql.Action;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.LambdaHistory;
import dev.aludel.testing.coverage.Feature;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a feature comes to on a database, known without one.
 *
 * @param refused whether it is refused while planning
 * @param text the SQL of its statements, each with a terminator; or the reason of the refusal
 */
record FeatureRendering(boolean refused, String text) {

    static FeatureRendering of(Feature feature, DatabaseKind kind) {
        LambdaHistory history =
                new LambdaHistory().then("start", feature.before()).then("change", feature.change());
        RevisionCatalog catalog = RevisionCatalog.of(history);
        Dialect dialect = dialect(kind);
        ServerVersion version =
                kind == DatabaseKind.MARIADB ? dialect.version("10.11-MariaDB") : dialect.offlineVersion();
        Planner planner = new Planner(
                catalog,
                dialect,
                CompileContext.offline(version),
                VersionTable.named("alembic_version"),
                LiveTables.none());
        try {
            Plan plan = planner.plan(catalog.graph().upgradeOffline("start:change"), Bookkeeping.complete());
            return actions(plan).anyMatch(CodeCall.class::isInstance)
                    ? new FeatureRendering(true, "a script can't hold Java")
                    : new FeatureRendering(false, sql(plan));
        } catch (UnsupportedOperationOnDialect refusal) {
            return new FeatureRendering(true, reasons(refusal.operations()));
        }
    }

    /** Without PostgreSQL's memory for sorting, which would stand before every second example. */
    private static Dialect dialect(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? PostgresDialect.withMaintenanceMemory(0)
                : Dialects.named(kind.dialectId());
    }

    private static String sql(Plan plan) {
        return actions(plan)
                .map(FeatureRendering::sql)
                .filter(text -> !text.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    private static Stream<Action> actions(Plan plan) {
        return plan.revisions().stream()
                .flatMap(revision -> revision.compiled().steps().stream())
                .flatMap(step -> step.actions().stream());
    }

    private static String sql(Action action) {
        return action instanceof Statement statement ? statement.sql().text() + ";" : "";
    }

    /** The reasons without the revision's name, which is the same for all. */
    private static String reasons(List<String> operations) {
        return operations.stream()
                .map(operation -> operation.replaceFirst("^revision \"change\": ", ""))
                .reduce((one, next) -> one + "; " + next)
                .orElse("")
                .strip();
    }

    static String product(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "SQLite";
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
        };
    }

    /** An anchor of the page for a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
}
