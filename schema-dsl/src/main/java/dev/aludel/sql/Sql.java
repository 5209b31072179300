package dev.aludel.sql;

import java.util.Collection;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL text that is ready: every name and literal in it is escaped. A type of its own, so that it is never mistaken for a
 * name or a value.
 */
public record Sql(String text) {

    private static final Pattern QUERY = Pattern.compile("\\bSELECT\\b", Pattern.CASE_INSENSITIVE);

    /** Text that its author vouches for, such as a revision's own SQL. */
    public static Sql raw(String text) {
        return new Sql(text);
    }

    /** Whether it has a query in it, which may read any table. */
    public boolean hasSubquery() {
        return QUERY.matcher(text).find();
    }

    /** The parts, one after another, with {@code separator} between them. */
    public static Sql joined(String separator, Collection<Sql> parts) {
        StringJoiner joined = new StringJoiner(separator);
        for (Sql part : parts) {
            joined.add(part.text);
        }
        return new Sql(joined.toString());
    }

    /** Spelled out, as {@link #hashCode()} is: a record's own is linked at its first call, for milliseconds of a short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sql sql && text.equals(sql.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
