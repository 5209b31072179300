package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.report.Sample;
import dev.aludel.benchmarks.peers.workload.Metric;
import dev.aludel.benchmarks.peers.workload.Workload;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes contestants in turn, A B C and then B C A: what the machine does meanwhile, and what one leaves behind, meets all
 * of them alike.
 *
 * @param progress is told of each trial
 */
record Rounds(List<Contestant> contestants, PrintStream progress) {

    List<Sample> of(Workload workload) throws Exception {
        List<Contestant> takingPart = contestants.stream()
                .filter(contestant -> workload.rounds(contestant) > 0)
                .toList();
        for (Contestant contestant : takingPart) {
            workload.prepare(contestant);
        }
        int rounds = takingPart.stream().mapToInt(workload::rounds).max().orElse(0);
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : rotated(takingPart, round)) {
                if (round < workload.rounds(contestant)) {
                    samples.addAll(trial(workload, contestant, round));
                }
            }
        }
        return samples;
    }

    static <T> List<T> rotated(List<T> order, int by) {
        List<T> rotated = new ArrayList<>(order);
        Collections.rotate(rotated, -by);
        return rotated;
    }

    private List<Sample> trial(Workload workload, Contestant contestant, int round) throws Exception {
        Map<Metric, Double> measured = workload.trial(contestant);
        progress.printf(
                "%s, round %d, %s: %s%n",
                workload.id(),
                round + 1,
                contestant.title(),
                measured.entrySet().stream()
                        .map(entry -> "%s %s %s"
                                .formatted(
                                        entry.getKey().title(),
                                        number(entry.getValue()),
                                        entry.getKey().unit())
                                .strip())
                        .collect(Collectors.joining("; ")));
        return measured.entrySet().stream()
                .map(entry -> new Sample(workload.id(), contestant.id(), entry.getKey(), round, entry.getValue()))
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
