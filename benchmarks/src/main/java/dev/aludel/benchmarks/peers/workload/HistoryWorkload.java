package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Child;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Journey;
import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * From an empty database to the last revision of a history, and then nowhere: in this process, which has done so before,
 * and in a process of its own.
 *
 * @param folder for the files of tools
 * @param roundsOf how many rounds a contestant takes part in
 */
public record HistoryWorkload(Product product, PeerHistory history, Path folder, ToIntFunction<Contestant> roundsOf)
        implements Workload {

    private static final int WARM_UPS = 25;
    private static final int NO_OPS = 5;

    /** Beyond, the start of a process is nothing beside the work. */
    private static final int LONGEST_IN_PROCESS = 1_000;

    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public WorkloadId id() {
        return new WorkloadId(WorkloadId.Kind.HISTORY, history.name(), product);
    }

    @Override
    public int rounds(Contestant contestant) {
        return roundsOf.applyAsInt(contestant);
    }

    /** Warms up on the gateway's history, whatever is measured: the same code, and soon done. */
    @Override
    public void prepare(Contestant contestant) throws Exception {
        contestant.prepare(history, product, folder);
        PeerHistory gateway = new GatewayPeerHistory();
        contestant.prepare(gateway, product, folder);
        for (int run = 0; run < WARM_UPS && contestant.takesPartHere(); run++) {
            try (TestDatabase database = Databases.create(product)) {
                contestant.warm(Journey.up(Databases.address(database), gateway), folder);
                contestant.warm(Journey.nowhere(Databases.address(database), gateway), folder);
            }
        }
    }

    @Override
    public Map<Metric, Double> trial(Contestant contestant) throws Exception {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        try (TestDatabase database = Databases.create(product)) {
            Address address = Databases.address(database);
            if (contestant.takesPartHere()) {
                here(contestant, address, measured);
            }
            if (contestant.hasProcess()) {
                ofItsOwn(contestant, address, measured);
            }
        }
        return measured;
    }

    private void here(Contestant contestant, Address database, Map<Metric, Double> measured) throws Exception {
        long cpu = threadCpu();
        measured.put(Metric.UP_WARM, millis(contestant.warm(Journey.up(database, history), folder)));
        measured.put(Metric.UP_CPU, (threadCpu() - cpu) / NANOS_PER_MILLI);
        Journey nowhere = Journey.nowhere(database, history);
        measured.put(Metric.NO_OP_WARM, Medians.of(NO_OPS, () -> millis(contestant.warm(nowhere, folder))));
    }

    /** @param database of a history too long to go up once more: at its last revision */
    private void ofItsOwn(Contestant contestant, Address database, Map<Metric, Double> measured) throws Exception {
        if (history.ids().size() <= LONGEST_IN_PROCESS) {
            try (TestDatabase empty = Databases.create(product)) {
                Journey up = Journey.up(Databases.address(empty), history);
                measured.put(Metric.UP_PROCESS, wholeProcess(contestant, up));
                Journey nowhere = Journey.nowhere(Databases.address(empty), history);
                measured.put(Metric.NO_OP_PROCESS, wholeProcess(contestant, nowhere));
            }
        } else {
            measured.put(Metric.NO_OP_PROCESS, wholeProcess(contestant, Journey.nowhere(database, history)));
        }
    }

    private double wholeProcess(Contestant contestant, Journey journey) throws Exception {
        return millis(Child.run(contestant.command(journey, folder)).time());
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }
}
