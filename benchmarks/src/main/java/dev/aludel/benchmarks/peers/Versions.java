package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.database.Servers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What took part, as a page has to say it. */
final class Versions {

    private Versions() {}

    static Map<String, String> of(List<Contestant> contestants, Product product) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        contestants.stream()
                .filter(contestant -> !contestant.version().isEmpty())
                .forEach(contestant -> versions.put(contestant.title(), contestant.version()));
        versions.put(product.title(), Servers.version(product));
        versions.put("Java", Runtime.version().toString());
        versions.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        return versions;
    }
}
