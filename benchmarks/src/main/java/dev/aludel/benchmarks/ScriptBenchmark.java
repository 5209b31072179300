package dev.aludel.benchmarks;

import dev.aludel.dialect.Dialects;
import dev.aludel.gateway.GatewayHistory;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
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

/** An offline script from base to the heads, from the history's classes to text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ScriptBenchmark {

    @Param({"sqlite", "postgresql", "mysql"})
    String dialect = "";

    /** The five revisions of the gateway. */
    @Benchmark
    public Script gateway() {
        return script(new GatewayHistory());
    }

    /** A line of 1,000 revisions. */
    @Benchmark
    public Script thousandRevisions() {
        return script(LargeHistory.of(Shape.LINE, 1_000));
    }

    private Script script(History history) {
        return Script.of(history, Dialects.named(dialect)).upgrade("base:heads");
    }
}
