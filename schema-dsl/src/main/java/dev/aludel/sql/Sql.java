package dev.aludel.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * SQL text that is ready: every name and literal in it is escaped. A type of its own, so that it is never mistaken for a
 * name or a value.
 */
public record Sql(String text) {

    /** Text that its author vouches for, such as a revision's own SQL. */
    public static Sql raw(String text) {
        return new Sql(text);
    }

    /** The parts, one after another, with {@code separator} between them. */
    public static Sql joined(String separator, Collection<Sql> parts) {
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(separator)));
    }

    @Override
    public String toString() {
        return text;
    }
}
