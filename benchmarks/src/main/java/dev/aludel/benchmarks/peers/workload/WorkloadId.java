package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Product;
import java.util.Locale;

/**
 * What a workload is known by.
 *
 * @param subject the history's name, or the number of rows
 */
public record WorkloadId(Kind kind, String subject, Product product) {

    /** The kinds of work. */
    public enum Kind {
        HISTORY,
        COUNTS,
        CONVERSION,
        OFFLINE
    }

    /** In words. */
    @Override
    public String toString() {
        return "%s %s on %s".formatted(kind.name().toLowerCase(Locale.ROOT), subject, product);
    }
}
