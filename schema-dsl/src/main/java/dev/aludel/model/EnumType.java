package dev.aludel.model;

import java.util.HashSet;
import java.util.List;

/**
 * One of a list of words, by a name that several columns share.
 *
 * <p>Where the database has types of its own (PostgreSQL), it is made once, before the first column that uses it; where not,
 * each column spells the words, and creating or dropping the enum itself runs nothing.
 *
 * @param name of the type, as written, never quoted
 * @param values at least one, in their order
 */
public record EnumType(String name, List<String> values) implements ColumnType {

    public EnumType {
        Names.require(name, "enum");
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new InvalidSchemaException("enum \"%s\" needs at least one value".formatted(name));
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new InvalidSchemaException("enum \"%s\" has a value twice: %s".formatted(name, values));
        }
    }

    /** The characters of the longest value. */
    public int longestValue() {
        return values.stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(0);
    }
}
