package dev.aludel.benchmarks;

import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Route;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** The graph of a history, and the way from base to head. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GraphBenchmark {

    @Param({"1000", "10000", "100000"})
    int revisions;

    @Param
    Shape shape = Shape.LINE;

    private List<DeclaredRevision> declared = List.of();
    private RevisionGraph graph = RevisionGraph.of(List.of());

    /** Makes the headers, which belong to the history. */
    @Setup
    public void declare() {
        declared = IntStream.range(0, revisions)
                .mapToObj(number -> new DeclaredRevision(shape.header(number), "org.example.Revision" + number))
                .toList();
        graph = RevisionGraph.of(declared);
    }

    /** Builds and checks the graph. */
    @Benchmark
    public RevisionGraph build() {
        return RevisionGraph.of(declared);
    }

    /** Finds every step from base to the heads, with the version rows on both sides of each. */
    @Benchmark
    public Route route() {
        return graph.upgrade(Set.of(), "heads");
    }
}
