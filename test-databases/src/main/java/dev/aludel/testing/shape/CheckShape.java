package dev.aludel.testing.shape;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param name null where it has none
 * @param expression in the server's own spelling
 */
public record CheckShape(@Nullable String name, String expression) {

    /** The same check with {@code spelling} applied to its expression. */
    public CheckShape withExpression(UnaryOperator<String> spelling) {
        return new CheckShape(name, spelling.apply(expression));
    }

    CheckShape withName(UnaryOperator<@Nullable String> naming) {
        return new CheckShape(naming.apply(name), expression);
    }
}
