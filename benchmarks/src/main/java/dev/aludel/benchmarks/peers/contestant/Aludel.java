package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.Migrator;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.dialect.Dialects;
import dev.aludel.offline.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Aludel, by its Java interface. */
public final class Aludel implements Contestant {

    private static final List<String> LIBRARIES =
            List.of("schema-dsl", "schema-cli", "gateway-migrations", "dialect-", "guava", "failureaccess", "picocli");

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        JavaProgram.run(new Aludel(), arguments);
    }

    @Override
    public String id() {
        return "aludel";
    }

    @Override
    public String title() {
        return "Aludel";
    }

    @Override
    public void migrate(Journey journey, Path folder) {
        PeerHistory history = PeerHistory.named(journey.history());
        Migrator migrator = Migrator.on(new AddressDataSource(journey.database()))
                .history(history.revisions())
                .build();
        if (isDown(journey, history)) {
            migrator.downgrade(journey.to());
        } else {
            migrator.upgrade(journey.to());
        }
    }

    private static boolean isDown(Journey journey, PeerHistory history) {
        return !journey.isNowhere()
                && !journey.from().equals(Journey.BASE)
                && history.ids().indexOf(journey.to()) < history.ids().indexOf(journey.from());
    }

    @Override
    public boolean writesScripts() {
        return true;
    }

    @Override
    public Duration offline(PeerHistory history, Product product, Path folder) {
        long begin = System.nanoTime();
        Script script =
                Script.of(history.revisions(), Dialects.named(product.id())).upgrade("base:heads");
        int length = script.toString().length();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (length == 0) {
            throw new IllegalStateException("an empty script");
        }
        return time;
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
