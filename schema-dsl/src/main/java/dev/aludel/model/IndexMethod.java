package dev.aludel.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a database keeps an index. The constants are those that the databases bring along; an extension's own, such as
 * {@code hnsw}, is named by {@link #of}.
 *
 * @param name as the database spells it, in lower case
 */
public record IndexMethod(String name) {

    /** A balanced tree, which knows an order: every database's default. */
    public static final IndexMethod BTREE = of("btree");

    /** A hash table, on PostgreSQL. */
    public static final IndexMethod HASH = of("hash");

    /** An inverted index of what a value holds, for JSON, arrays and words, on PostgreSQL. */
    public static final IndexMethod GIN = of("gin");

    /** A search tree for ranges and shapes, on PostgreSQL. */
    public static final IndexMethod GIST = of("gist");

    /** The range of values in each stretch of a table, on PostgreSQL. */
    public static final IndexMethod BRIN = of("brin");

    /** An index of words, on MySQL and MariaDB. */
    public static final IndexMethod FULLTEXT = of("fulltext");

    /** An index of shapes, on MySQL and MariaDB. */
    public static final IndexMethod SPATIAL = of("spatial");

    public IndexMethod {
        Names.require(name, "index method");
        name = name.toLowerCase(Locale.ROOT);
    }

    /** Spelled out, as {@link #hashCode()} is: a record's own is linked at its first call, for milliseconds of a short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndexMethod method && name.equals(method.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The method of this name. */
    public static IndexMethod of(String name) {
        return new IndexMethod(name);
    }
}
