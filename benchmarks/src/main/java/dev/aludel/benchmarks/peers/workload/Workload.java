package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import java.util.Map;

/** A task on one database product, on which contestants are measured in turn. */
public interface Workload extends AutoCloseable {

    /** What it is known by in results. */
    WorkloadId id();

    /** How many rounds this contestant takes part in; 0 where the task is none for it. */
    int rounds(Contestant contestant);

    /** Does all that need not be repeated: rows to begin with, runs to warm up. */
    default void prepare(Contestant contestant) throws Exception {}

    /**
     * One trial.
     *
     * @return what was measured, by the metric
     */
    Map<Metric, Double> trial(Contestant contestant) throws Exception;

    /** Drops what trials share. */
    @Override
    default void close() {}
}
