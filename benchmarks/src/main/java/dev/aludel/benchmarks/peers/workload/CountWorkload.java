package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Journey;
import dev.aludel.benchmarks.peers.count.CountingDriver;
import dev.aludel.benchmarks.peers.count.CountingProxy;
import dev.aludel.benchmarks.peers.count.MySqlProtocol;
import dev.aludel.benchmarks.peers.count.PostgresProtocol;
import dev.aludel.benchmarks.peers.count.Protocol;
import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What goes to the database from empty to the last revision, and when nothing is to do: round trips and statements where
 * there is a server, calls of the driver on SQLite.
 *
 * @param folder for the files of tools
 * @param roundsOf how many rounds a contestant takes part in; more than one would count the same again
 */
public record CountWorkload(Product product, PeerHistory history, Path folder, ToIntFunction<Contestant> roundsOf)
        implements Workload {

    @Override
    public WorkloadId id() {
        return new WorkloadId(WorkloadId.Kind.COUNTS, history.name(), product);
    }

    @Override
    public int rounds(Contestant contestant) {
        return roundsOf.applyAsInt(contestant);
    }

    @Override
    public void prepare(Contestant contestant) {
        contestant.prepare(history, product, folder);
    }

    @Override
    public Map<Metric, Double> trial(Contestant contestant) throws Exception {
        try (TestDatabase database = Databases.create(product)) {
            Address address = Databases.address(database);
            return switch (product) {
                case SQLITE -> calls(contestant, address);
                case POSTGRESQL -> messages(contestant, address, PostgresProtocol::new);
                case MYSQL -> messages(contestant, address, MySqlProtocol::new);
            };
        }
    }

    private Map<Metric, Double> calls(Contestant contestant, Address database) throws Exception {
        Map<Metric, Double> counted = syncs(contestant);
        if (!contestant.usesJdbc()) {
            return counted;
        }
        try (CountingDriver driver = CountingDriver.inPlaceOf(database.url())) {
            contestant.warm(Journey.up(database, history), folder);
            counted.put(Metric.UP_CALLS, (double) driver.calls().take());
            contestant.warm(Journey.nowhere(database, history), folder);
            counted.put(Metric.NO_OP_CALLS, (double) driver.calls().take());
        }
        return counted;
    }

    private Map<Metric, Double> syncs(Contestant contestant) throws Exception {
        try (TestDatabase database = Databases.create(product)) {
            Address address = Databases.address(database);
            Journey nowhere = Journey.nowhere(address, history);
            Map<Metric, Double> syncs = new EnumMap<>(Metric.class);
            syncs.putAll(new Syncs(contestant, folder).of(Journey.up(address, history), nowhere));
            return syncs;
        }
    }

    private Map<Metric, Double> messages(Contestant contestant, Address database, Protocol.Factory protocol)
            throws Exception {
        Map<Metric, Double> counted = new EnumMap<>(Metric.class);
        try (CountingProxy proxy = CountingProxy.to(database.port(), protocol)) {
            Address counting = database.through(proxy.port());
            contestant.warm(Journey.up(counting, history), folder);
            counted.put(Metric.UP_ROUND_TRIPS, (double) proxy.roundTrips().take());
            counted.put(Metric.UP_STATEMENTS, (double) proxy.statements().take());
            contestant.warm(Journey.nowhere(counting, history), folder);
            counted.put(Metric.NO_OP_ROUND_TRIPS, (double) proxy.roundTrips().take());
            counted.put(Metric.NO_OP_STATEMENTS, (double) proxy.statements().take());
        }
        return counted;
    }
}
