package dev.aludel.benchmarks.peers.report;

import dev.aludel.benchmarks.peers.workload.Medians;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Medians, and how they compare. */
public record Summary(Results results) {

    /** Whom all are compared with. */
    static final String SUBJECT = "aludel";

    /** Who was measured at a workload, in the order of the first round. */
    List<String> contestants(WorkloadId workload) {
        return results.samples().stream()
                .filter(sample -> sample.workload().equals(workload))
                .map(Sample::contestant)
                .distinct()
                .toList();
    }

    /** The middle of all rounds. */
    Optional<Double> median(WorkloadId workload, String contestant, Metric metric) {
        Map<Integer, Double> rounds = rounds(workload, contestant, metric);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(Medians.of(rounds.values()));
    }

    /** How many times what Aludel took, by the middle of the rounds that both took part in: they met the same machine. */
    Optional<Double> ratio(WorkloadId workload, String contestant, Metric metric) {
        Map<Integer, Double> ours = rounds(workload, SUBJECT, metric);
        Map<Integer, Double> theirs = rounds(workload, contestant, metric);
        List<Double> ratios = ours.entrySet().stream()
                .filter(round -> theirs.containsKey(round.getKey()) && round.getValue() > 0)
                .map(round -> theirs.getOrDefault(round.getKey(), 0.0) / round.getValue())
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Medians.of(ratios));
    }

    private Map<Integer, Double> rounds(WorkloadId workload, String contestant, Metric metric) {
        return results.samples().stream()
                .filter(sample -> sample.workload().equals(workload))
                .filter(sample -> sample.contestant().equals(contestant) && sample.metric() == metric)
                .collect(Collectors.toMap(Sample::round, Sample::value));
    }
}
