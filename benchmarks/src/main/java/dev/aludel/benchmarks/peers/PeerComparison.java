package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Contestants;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.benchmarks.peers.report.Results;
import dev.aludel.benchmarks.peers.workload.ConversionWorkload;
import dev.aludel.benchmarks.peers.workload.HistoryWorkload;
import dev.aludel.benchmarks.peers.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Aludel and its peers on the same work. */
@Command(
        name = "peer-comparison",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures Aludel and its peers on the same work, in turn.")
public final class PeerComparison implements Callable<Integer> {

    private static final Set<String> CONVERTING = Set.of("aludel", "raw", "raw-in-place", "alembic-sql");

    @Option(names = "--tools", split = ",", description = "who takes part; all unless told otherwise")
    private List<String> tools = List.of();

    @Option(names = "--databases", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Product> databases = List.of(Product.values());

    @Option(names = "--histories", split = ",", description = "gateway, line-100, line-1000, …")
    private List<String> histories = List.of();

    @Option(names = "--messages", split = ",", description = "rows of the conversion")
    private List<Integer> messages = List.of();

    @Option(names = "--rounds")
    private int rounds = 3;

    @Option(names = "--heap", description = "the largest heap of a process that converts")
    private String heap = "64m";

    @Option(names = "--results", description = "the file that is added to")
    private Path results = Path.of("benchmarks/target/results.json");

    /** Runs the comparison. */
    public static void main(String... arguments) {
        CommandLine commandLine = new CommandLine(new PeerComparison()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("aludel-peers-");
        List<Contestant> contestants = Contestants.all().stream()
                .filter(contestant -> tools.isEmpty() || tools.contains(contestant.id()))
                .toList();
        Rounds turns = new Rounds(contestants, System.out);
        for (Workload workload : workloads(folder)) {
            try (workload) {
                Results.in(results).with(workload.id(), turns.of(workload)).writeTo(results);
            }
        }
        return 0;
    }

    private List<Workload> workloads(Path folder) {
        List<Workload> workloads = new ArrayList<>();
        for (Product product : databases) {
            for (String history : histories) {
                workloads.add(new HistoryWorkload(
                        product,
                        PeerHistory.named(history),
                        folder,
                        contestant -> Set.of("raw-in-place", "alembic-sql").contains(contestant.id()) ? 0 : rounds));
            }
            for (int count : messages) {
                workloads.add(new ConversionWorkload(
                        product, count, folder, heap, contestant -> converts(contestant, product) ? rounds : 0));
            }
        }
        return workloads;
    }

    private static boolean converts(Contestant contestant, Product product) {
        return CONVERTING.contains(contestant.id())
                && (product == Product.SQLITE || !contestant.id().equals("raw-in-place"));
    }
}
