package dev.aludel.benchmarks;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.plan.Bookkeeping;
import dev.aludel.plan.LiveTables;
import dev.aludel.plan.Plan;
import dev.aludel.plan.Planner;
import dev.aludel.plan.VersionTable;
import dev.aludel.revision.Route;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole plan, statements and all: the history is read, the graph built, and every revision compiled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PlanBenchmark {

    @Param({"100", "1000", "10000"})
    int revisions;

    @Param({"sqlite", "postgresql", "mysql"})
    String dialect = "";

    /** From base to the heads. */
    @Benchmark
    public Plan upgrade() {
        RevisionCatalog catalog = catalog();
        return plan(catalog, catalog.graph().upgradeOffline("heads"));
    }

    /** From the heads to base, by downgrades that are derived. */
    @Benchmark
    public Plan downgrade() {
        RevisionCatalog catalog = catalog();
        return plan(catalog, catalog.graph().downgradeOffline("heads:base"));
    }

    private RevisionCatalog catalog() {
        return RevisionCatalog.of(LargeHistory.of(Shape.LINE, revisions));
    }

    private Plan plan(RevisionCatalog catalog, Route route) {
        Dialect chosen = Dialects.named(dialect);
        CompileContext context = CompileContext.offline(chosen.offlineVersion());
        return new Planner(catalog, chosen, context, VersionTable.standard(), LiveTables.none())
                .plan(route, Bookkeeping.complete());
    }
}
