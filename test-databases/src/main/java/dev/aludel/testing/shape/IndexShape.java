package dev.aludel.testing.shape;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param parts in order; a part that sorts downwards ends in {@code DESC}
 * @param method such as {@code btree}, in lower case; empty where the database has one only
 * @param where the condition that rows in it meet; null where it holds all rows
 */
public record IndexShape(
        @Nullable String name, List<String> parts, boolean unique, String method, @Nullable String where) {

    static String part(String column, boolean descending) {
        return descending ? column + " DESC" : column;
    }

    IndexShape withName(UnaryOperator<@Nullable String> naming) {
        return new IndexShape(naming.apply(name), parts, unique, method, where);
    }
}
