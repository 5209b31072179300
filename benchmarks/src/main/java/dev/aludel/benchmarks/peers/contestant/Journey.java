package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.util.List;

/**
 * What a tool is asked to do.
 *
 * @param history the name of a {@link PeerHistory}
 * @param from where the database stands: {@code base} or a revision's id
 * @param to the revision at which it is to stand
 */
public record Journey(Address database, String history, String from, String to) {

    public static final String BASE = "base";

    /** From an empty database to the last revision. */
    public static Journey up(Address database, PeerHistory history) {
        return new Journey(database, history.name(), BASE, history.head());
    }

    /** Nothing is to be done. */
    public static Journey nowhere(Address database, PeerHistory history) {
        return new Journey(database, history.name(), history.head(), history.head());
    }

    public boolean isNowhere() {
        return from.equals(to);
    }

    /** Whether revisions are taken back. */
    boolean isDown() {
        if (isNowhere() || from.equals(BASE)) {
            return false;
        }
        List<String> ids = PeerHistory.named(history).ids();
        return ids.indexOf(to) < ids.indexOf(from);
    }

    /** The same journey of another database. */
    public Journey on(Address other) {
        return new Journey(other, history, from, to);
    }
}
