package dev.aludel.gateway.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name as given; {@code (generated)} where the server chose it
 * @param parts in order; a part that sorts downwards ends in {@code DESC}
 */
public record IndexShape(String name, List<String> parts, boolean unique, @Nullable String where) {

    /** An index of this name, if the name is one that a revision gives. */
    static IndexShape of(String name, List<String> parts, boolean unique, @Nullable String where) {
        boolean given = name.startsWith("ix_") || name.startsWith("idx_");
        return new IndexShape(given ? name : "(generated)", parts, unique, where);
    }

    static String part(String column, boolean descending) {
        return descending ? column + " DESC" : column;
    }
}
