package dev.aludel.testing.shape;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type in the server's own spelling
 * @param defaultValue in the server's own spelling; null where there is none
 * @param counts whether the server numbers its rows, as MySQL's {@code AUTO_INCREMENT} says; elsewhere the type or the
 *     default tells
 * @param comment null where there is none
 */
public record ColumnShape(
        String type, boolean nullable, @Nullable String defaultValue, boolean counts, @Nullable String comment) {

    /** The same column with {@code spelling} applied to its type. */
    public ColumnShape withType(UnaryOperator<String> spelling) {
        return new ColumnShape(spelling.apply(type), nullable, defaultValue, counts, comment);
    }

    /** The same column with {@code spelling} applied to its default, if it has one. */
    public ColumnShape withDefault(UnaryOperator<String> spelling) {
        String respelled = defaultValue == null ? null : spelling.apply(defaultValue);
        return new ColumnShape(type, nullable, respelled, counts, comment);
    }

    /** The same column with another comment. */
    public ColumnShape withComment(@Nullable String other) {
        return new ColumnShape(type, nullable, defaultValue, counts, other);
    }
}
