package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.Migrator;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aludel, as it comes, by a migrator that is kept as long as one database is asked for. */
public final class KeptAludel implements Contestant {

    static final String ID = "aludel-kept";
    static final String TITLE = "Aludel, migrator kept";

    private @Nullable Kept kept;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public void migrate(Journey journey, Path folder) {
        kept(journey).migrator.upgrade(journey.to());
    }

    private Kept kept(Journey journey) {
        Kept known = kept;
        if (known == null || !known.isFor(journey)) {
            PeerHistory history = PeerHistory.named(journey.history());
            Migrator migrator = Migrator.on(new AddressDataSource(journey.database()))
                    .history(history.revisions())
                    .build();
            known = new Kept(journey, migrator);
            kept = known;
        }
        return known;
    }

    @Override
    public boolean hasProcess() {
        return false;
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        throw new UnsupportedOperationException("a process that is gone keeps no migrator");
    }

    private record Kept(Journey first, Migrator migrator) {

        boolean isFor(Journey journey) {
            return first.database().equals(journey.database())
                    && first.history().equals(journey.history());
        }
    }
}
