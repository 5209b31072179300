package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.Migrator;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.nio.file.Path;
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
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
