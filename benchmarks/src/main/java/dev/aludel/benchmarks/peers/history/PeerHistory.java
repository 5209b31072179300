package dev.aludel.benchmarks.peers.history;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.history.History;
import java.util.List;

/** A history in the languages of all tools. */
public interface PeerHistory {

    /** What {@link #named} finds it by. */
    String name();

    /** The revisions as Aludel has them. */
    History revisions();

    /** The ids of the revisions, the first one first. */
    List<String> ids();

    /** The same revisions as SQL, the best that is known, the first one first. */
    List<Change> changes(Product product);

    /** The same revisions as SQL that people write: a statement for each change. */
    default List<Change> plainChanges(Product product) {
        return changes(product);
    }

    /** The last revision's id. */
    default String head() {
        return ids().get(ids().size() - 1);
    }

    /** The history of that name: {@code gateway}, or {@code line-} and a number of revisions. */
    static PeerHistory named(String name) {
        return name.equals(GatewayPeerHistory.NAME) ? new GatewayPeerHistory() : LinePeerHistory.named(name);
    }
}
