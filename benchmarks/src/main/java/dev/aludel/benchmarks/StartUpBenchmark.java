package dev.aludel.benchmarks;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A start with nothing to do, but for the database: that the rows are those of a database in which everything is applied. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StartUpBenchmark {

    @Param({"5", "1000", "10000"})
    int revisions;

    @Param
    Shape shape = Shape.LINE;

    private History history = LargeHistory.of(Shape.LINE, 0);
    private RevisionCatalog known = RevisionCatalog.of(history);
    private Set<RevisionId> rows = Set.of();

    /** Makes the headers, which belong to the history. */
    @Setup
    public void declare() {
        history = LargeHistory.of(shape, revisions);
        known = RevisionCatalog.of(history);
        rows = known.graph().maximal(Set.copyOf(known.graph().topologicalOrder()));
    }

    /** The first call of a process: the headers are read and proved sound. */
    @Benchmark
    public Route first() {
        return RevisionCatalog.of(history).upgrade(rows, "heads");
    }

    /** Each later one of the same migrator. */
    @Benchmark
    public Route later() {
        return known.upgrade(rows, "heads");
    }
}
