package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Child;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Footprint;
import dev.aludel.benchmarks.peers.contestant.Journey;
import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Dates of many rows to numbers and back, in a process with a small heap; on a copy of the same rows each time. */
public final class ConversionWorkload implements Workload {

    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Product product;
    private final GatewayRows rows;
    private final Path folder;
    private final String heap;
    private final ToIntFunction<Contestant> roundsOf;
    private @Nullable TestDatabase template;

    /**
     * @param heap the largest heap of a process, such as {@code 64m}
     * @param roundsOf how many rounds a contestant takes part in
     */
    public ConversionWorkload(
            Product product, int messages, Path folder, String heap, ToIntFunction<Contestant> roundsOf) {
        this.product = product;
        this.rows = new GatewayRows(messages);
        this.folder = folder;
        this.heap = heap;
        this.roundsOf = roundsOf;
    }

    @Override
    public WorkloadId id() {
        return new WorkloadId(WorkloadId.Kind.CONVERSION, String.valueOf(rows.messages()), product);
    }

    @Override
    public int rounds(Contestant contestant) {
        return roundsOf.applyAsInt(contestant);
    }

    @Override
    public void prepare(Contestant contestant) throws SQLException {
        contestant.prepare(new GatewayPeerHistory(), product, folder);
        if (template == null) {
            template = Databases.create(product);
            rows.fill(Databases.address(template));
        }
    }

    @Override
    public Map<Metric, Double> trial(Contestant contestant) throws Exception {
        TestDatabase original = Optional.ofNullable(template).orElseThrow();
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        try (TestDatabase database = Databases.copy(original)) {
            Address address = Databases.address(database);
            Fingerprint fingerprint = new Fingerprint(rows);
            convert(contestant, journey(address, true), Metric.UP, Metric.UP_DISK, measured);
            boolean converted = fingerprint.isConverted(address);
            convert(contestant, journey(address, false), Metric.DOWN, Metric.DOWN_DISK, measured);
            measured.put(Metric.RIGHT, converted && fingerprint.isBack(address) ? 1.0 : 0.0);
        }
        return measured;
    }

    private static Journey journey(Address database, boolean up) {
        String before = GatewayPeerHistory.INDEXES;
        String after = GatewayPeerHistory.CONVERSION;
        return new Journey(database, GatewayPeerHistory.NAME, up ? before : after, up ? after : before);
    }

    private void convert(Contestant contestant, Journey journey, Metric time, Metric disk, Map<Metric, Double> measured)
            throws Exception {
        DiskGrowth growth = DiskGrowth.of(journey.database());
        Child child;
        try (growth) {
            child = Child.run(contestant.measured(journey, folder, heap), growth::watch);
        }
        Footprint footprint = child.footprint();
        measured.put(time, footprint.nanos() / NANOS_PER_MILLI);
        measured.put(disk, growth.peak() / BYTES_PER_MEGABYTE);
        if (footprint.heapBytes() > 0) {
            measured.merge(Metric.HEAP, footprint.heapBytes() / BYTES_PER_MEGABYTE, Math::max);
        }
    }

    @Override
    public void close() {
        if (template != null) {
            template.close();
        }
    }
}
