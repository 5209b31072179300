package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A script of a whole history, made without a database, in a process that has done so before.
 *
 * @param folder for the files of tools
 * @param roundsOf how many rounds a contestant takes part in
 */
public record OfflineWorkload(Product product, PeerHistory history, Path folder, ToIntFunction<Contestant> roundsOf)
        implements Workload {

    private static final int WARM_UPS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public WorkloadId id() {
        return new WorkloadId(WorkloadId.Kind.OFFLINE, history.name(), product);
    }

    @Override
    public int rounds(Contestant contestant) {
        return roundsOf.applyAsInt(contestant);
    }

    /** Warms up on the gateway's history, whatever is measured. */
    @Override
    public void prepare(Contestant contestant) throws Exception {
        contestant.prepare(history, product, folder);
        PeerHistory gateway = new GatewayPeerHistory();
        contestant.prepare(gateway, product, folder);
        for (int run = 0; run < WARM_UPS; run++) {
            contestant.offline(gateway, product, folder);
        }
    }

    @Override
    public Map<Metric, Double> trial(Contestant contestant) throws Exception {
        Duration time = contestant.offline(history, product, folder);
        return Map.of(Metric.OFFLINE, time.toNanos() / NANOS_PER_MILLI);
    }
}
