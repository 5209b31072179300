package dev.aludel.testing.shape;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or a unique constraint.
 *
 * @param name null where it has none
 * @param columns in the key's order
 */
public record KeyShape(@Nullable String name, List<String> columns) {

    KeyShape withName(UnaryOperator<@Nullable String> naming) {
        return new KeyShape(naming.apply(name), columns);
    }
}
