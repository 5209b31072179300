package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Child;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often a process waits for the disk, where the command {@code strace} is there to tell.
 *
 * @param folder for the files of tools
 */
record Syncs(Contestant contestant, Path folder) {

    private static final Path STRACE = Path.of("/usr/bin/strace");

    Map<Metric, Double> of(Journey up, Journey nowhere) throws Exception {
        return Files.isExecutable(STRACE) ? inOrder(up, nowhere) : Map.of();
    }

    private Map<Metric, Double> inOrder(Journey up, Journey nowhere) throws Exception {
        double first = count(up);
        return Map.of(Metric.UP_SYNCS, first, Metric.NO_OP_SYNCS, count(nowhere));
    }

    private double count(Journey journey) throws IOException, InterruptedException {
        Path calls = Files.createTempFile("syncs", ".txt");
        List<String> command = new ArrayList<>(
                List.of(STRACE.toString(), "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", calls.toString()));
        command.addAll(contestant.command(journey, folder));
        Child.run(command);
        try (Stream<String> lines = Files.lines(calls)) {
            return lines.filter(line -> line.contains("sync(")).count();
        } finally {
            Files.delete(calls);
        }
    }
}
