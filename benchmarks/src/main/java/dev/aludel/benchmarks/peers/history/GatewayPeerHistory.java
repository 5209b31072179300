package dev.aludel.benchmarks.peers.history;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.gateway.GatewayHistory;
import dev.aludel.history.History;
import java.util.List;

/** The five revisions of the gateway; the SQL is the best that is known for each database, by hand. */
public final class GatewayPeerHistory implements PeerHistory {

    public static final String NAME = "gateway";

    /** The revision that creates the first indexes, before the conversion. */
    public static final String INDEXES = "b1c2d3e4f5g6";

    /** The revision that converts dates to numbers. */
    public static final String CONVERSION = "f6e7d8c9b0a1";

    private static final List<String> IDS =
            List.of("d5b3f8f2e9a0", INDEXES, CONVERSION, "079e06e9b448", "20250930_token_usage");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public History revisions() {
        return new GatewayHistory();
    }

    @Override
    public List<String> ids() {
        return IDS;
    }

    @Override
    public List<Change> changes(Product product) {
        return IDS.stream().map(id -> change(product, id, "")).toList();
    }

    /** On MySQL the best SQL has each table changed once. The conversion is Alembic's there, which people have written. */
    @Override
    public List<Change> plainChanges(Product product) {
        return product == Product.MYSQL
                ? IDS.stream().map(id -> plain(product, id)).toList()
                : changes(product);
    }

    private static Change plain(Product product, String id) {
        return id.equals(CONVERSION)
                ? new Change(
                        id, List.of(), conversion(product, ".alembic", true).statements())
                : change(product, id + ".plain", "").called(id);
    }

    private static Change change(Product product, String id, String direction) {
        String path = "gateway/%s/%s".formatted(product.id(), id);
        return new Change(
                id, SqlFile.statements(path + ".settings.sql"), SqlFile.statements(path + direction + ".sql"));
    }

    /**
     * A way to do the conversion, or to take it back.
     *
     * @param variant how the names of its files go on after the revision: empty, {@code .in-place}, {@code .alembic}
     */
    public static Change conversion(Product product, String variant, boolean up) {
        return change(product, CONVERSION + variant, up ? "" : ".down");
    }
}
