package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;

/** The ways to convert dates to numbers that are written as SQL. */
enum Conversion {
    /** The best that is known, with the same guarantees as Aludel's. */
    BEST,
    /** Adds the columns in place, on SQLite. */
    IN_PLACE,
    /** What the Python revision sends. */
    ALEMBIC;

    Change change(Product product, boolean up) {
        return switch (this) {
            case BEST -> GatewayPeerHistory.conversion(product, "", up);
            case IN_PLACE -> GatewayPeerHistory.conversion(product, ".in-place", up);
            case ALEMBIC -> GatewayPeerHistory.conversion(product, ".alembic", up);
        };
    }
}
