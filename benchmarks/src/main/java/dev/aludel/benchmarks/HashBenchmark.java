package dev.aludel.benchmarks;

import dev.aludel.dsl.Schema;
import dev.aludel.fingerprint.OperationsHash;
import dev.aludel.history.Revision;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hashes of what 1,000 revisions ask for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HashBenchmark {

    private List<List<Operation>> operations = List.of();

    /** Records the operations. */
    @Setup
    public void record() {
        List<Revision> revisions = LargeHistory.of(Shape.LINE, 1_000).revisions();
        operations = revisions.stream()
                .map(revision -> Schema.record(revision::upgrade))
                .toList();
    }

    /** One hash a revision. */
    @Benchmark
    public List<OperationsHash> thousandRevisions() {
        return operations.stream().map(OperationsHash::of).toList();
    }
}
