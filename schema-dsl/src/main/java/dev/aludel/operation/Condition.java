package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.PerDialect;
import dev.aludel.model.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What chooses rows, in SQL.
 *
 * @param sql the condition for each dialect; where there are values, each question mark outside of strings and comments
 *     stands for one of them, and {@code ??} for a question mark
 * @param values the value of each question mark, in their order; several where it stands in a list: {@code IN (?)}
 */
public record Condition(PerDialect<String> sql, List<List<Value>> values) {

    public Condition {
        values = values.stream().map(List::copyOf).toList();
    }

    /**
     * The same on every dialect.
     *
     * @param values what the question marks stand for: text, whole numbers, {@link BigDecimal}, true or false, {@link Value},
     *     or a collection of them
     * @throws InvalidSchemaException for a value of another kind, or a collection without any
     */
    public static Condition of(String sql, Object... values) {
        return new Condition(
                PerDialect.everywhere(sql),
                Arrays.stream(values).map(Condition::listed).toList());
    }

    /** That two expressions differ, where NULL is a value like any other. */
    public static Condition different(String one, String other) {
        return new Condition(
                new PerDialect<>(
                        Map.of(
                                DialectId.SQLITE,
                                one + " IS NOT " + other,
                                DialectId.MYSQL,
                                "NOT (%s <=> %s)".formatted(one, other)),
                        Optional.of(one + " IS DISTINCT FROM " + other)),
                List.of());
    }

    private static List<Value> listed(Object value) {
        List<Value> listed = value instanceof Collection<?> several
                ? several.stream().map(Condition::single).toList()
                : List.of(single(value));
        if (listed.isEmpty()) {
            throw new InvalidSchemaException(
                    "a condition has an empty collection of values, which no list of SQL can hold: leave the step out instead");
        }
        return listed;
    }

    private static Value single(Object value) {
        Stream<Value> known = Stream.of(
                        as(value, Value.class).stream(),
                        as(value, String.class).map(Value::of).stream(),
                        as(value, Boolean.class).map(Value::of).stream(),
                        as(value, BigDecimal.class).map(Value::of).stream(),
                        as(value, Long.class).map(Value::of).stream(),
                        as(value, Integer.class).map(number -> Value.of(number.longValue())).stream())
                .flatMap(kind -> kind);
        return known.findFirst()
                .orElseThrow(() -> new InvalidSchemaException(
                        "a condition cannot hold a value of %s: give text, a whole number, a BigDecimal, true or false, or a Value"
                                .formatted(value.getClass())));
    }

    private static <T> Optional<T> as(Object value, Class<T> type) {
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
