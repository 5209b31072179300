package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Contestants;
import dev.aludel.benchmarks.peers.report.Results;
import dev.aludel.benchmarks.peers.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures, and adds to a file of results after each workload: a run that ends early loses one workload at most. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Measures the workloads that options name, and adds to a file of results after each.")
final class MeasureCommand implements Callable<Integer> {

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private Workloads workloads = new Workloads();

    @Option(names = "--results", description = "The file that is added to. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("benchmarks", "target", "results.json");

    @Option(names = "--resume", description = "Leave out the workloads that the file has already.")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("aludel-peers-");
        try (Contestants contestants = Contestants.onThisMachine()) {
            List<Contestant> selected =
                    contestants.all().stream().filter(selection::takesPart).toList();
            Rounds rounds = new Rounds(selected, System.out);
            for (Workload workload : workloads.all(selection, folder)) {
                measure(workload, rounds);
            }
        }
        return 0;
    }

    private void measure(Workload workload, Rounds rounds) throws Exception {
        if (resume && Results.in(results).workloads().contains(workload.id())) {
            return;
        }
        try (workload) {
            Results.in(results)
                    .with(Versions.of(rounds.contestants(), workload.id().product()))
                    .with(workload.id(), rounds.of(workload))
                    .writeTo(results);
        }
    }
}
