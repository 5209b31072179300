package dev.aludel.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a family of databases, as {@code on(…)} and the command line take it.
 *
 * <p>The core knows no more of a database than this name; whoever adds a dialect adds its own.
 *
 * @param name lower case, for example {@code postgresql}
 */
public record DialectId(String name) implements Comparable<DialectId> {

    public static final DialectId SQLITE = new DialectId("sqlite");
    public static final DialectId POSTGRESQL = new DialectId("postgresql");
    public static final DialectId MYSQL = new DialectId("mysql");

    /** MariaDB, where what is said for {@link #MYSQL}, whose dialect serves both, doesn't fit. */
    public static final DialectId MARIADB = new DialectId("mariadb");

    public DialectId {
        name = name.toLowerCase(Locale.ROOT);
    }

    /** The dialect of this name, in any case of letters. */
    public static DialectId of(String name) {
        return new DialectId(name);
    }

    /** The one whose word holds for this one too, where nothing was said for it. */
    Optional<DialectId> parent() {
        return equals(MARIADB) ? Optional.of(MYSQL) : Optional.empty();
    }

    /** Spelled out, as {@link #hashCode()} is: a record's own is linked at its first call, for milliseconds of a short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DialectId id && name.equals(id.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(DialectId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
