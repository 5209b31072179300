package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.benchmarks.peers.workload.ConversionWorkload;
import dev.aludel.benchmarks.peers.workload.CountWorkload;
import dev.aludel.benchmarks.peers.workload.HistoryWorkload;
import dev.aludel.benchmarks.peers.workload.OfflineWorkload;
import dev.aludel.benchmarks.peers.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is measured. */
final class Workloads {

    @Option(
            names = "--databases",
            split = ",",
            description = "Among ${COMPLETION-CANDIDATES}; all unless told otherwise.")
    private List<Product> databases = List.of(Product.values());

    @Option(names = "--counts", description = "Count round trips, statements and calls.")
    private boolean counts;

    @Option(names = "--gateway", description = "The gateway's five revisions: empty to head, and nothing to do.")
    private boolean gateway;

    @Option(names = "--revisions", split = ",", description = "Long histories of so many revisions.")
    private List<Integer> revisions = List.of();

    @Option(
            names = "--messages",
            split = ",",
            description = "Conversions of so many messages, and a tenth of sessions.")
    private List<Integer> messages = List.of();

    @Option(names = "--offline", description = "Scripts of the gateway's history and of 1,000 revisions.")
    private boolean offline;

    @Option(names = "--heap", description = "The largest heap of a process that converts. Default: ${DEFAULT-VALUE}.")
    private String heap = "64m";

    /** @param folder for the files of tools */
    List<Workload> all(Selection selection, Path folder) {
        return databases.stream()
                .flatMap(product -> Stream.of(
                                counts(product, selection, folder),
                                histories(product, selection, folder),
                                conversions(product, selection, folder),
                                scripts(product, selection, folder))
                        .flatMap(some -> some))
                .toList();
    }

    private Stream<Workload> counts(Product product, Selection selection, Path folder) {
        return counts
                ? Stream.of(new CountWorkload(product, new GatewayPeerHistory(), folder, selection::ofCounts))
                : Stream.empty();
    }

    private Stream<Workload> histories(Product product, Selection selection, Path folder) {
        Stream<PeerHistory> five = gateway ? Stream.of(new GatewayPeerHistory()) : Stream.empty();
        return Stream.concat(five, revisions.stream().map(count -> PeerHistory.named("line-" + count)))
                .map(history -> new HistoryWorkload(
                        product,
                        history,
                        folder,
                        contestant ->
                                selection.ofHistory(contestant, history.ids().size())));
    }

    private Stream<Workload> conversions(Product product, Selection selection, Path folder) {
        return messages.stream()
                .map(count -> new ConversionWorkload(
                        product,
                        count,
                        folder,
                        heap,
                        contestant -> selection.ofConversion(contestant, product, count)));
    }

    private Stream<Workload> scripts(Product product, Selection selection, Path folder) {
        return offline
                ? Stream.of("gateway", "line-1000")
                        .map(PeerHistory::named)
                        .map(history -> new OfflineWorkload(
                                product,
                                history,
                                folder,
                                contestant -> selection.ofScripts(
                                        contestant, history.ids().size())))
                : Stream.empty();
    }
}
