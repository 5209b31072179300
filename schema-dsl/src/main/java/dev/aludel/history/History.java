package dev.aludel.history;

import dev.aludel.model.NamingConvention;
import java.util.List;

/**
 * All revisions of one schema, as an explicit list. Found by {@link java.util.ServiceLoader}, or handed over.
 *
 * <p>The order of the list means nothing: which revision follows which is said by each one's header.
 */
public interface History {

    /** A name by which one of several histories is chosen. */
    String name();

    /** The revisions, in any order. */
    List<Revision> revisions();

    /**
     * The table that keeps where a database stands, unless a run names another; it may be {@code schema.table}. Histories
     * that share a database need a table each.
     */
    default String versionTable() {
        return "alembic_version";
    }

    /**
     * How constraints and indexes are named whose author gave no name: a history chooses once, since a name that was made
     * stays. {@code NamingConvention.standard().withForeignKeys("fk_{table}_{columns}")} changes one kind.
     */
    default NamingConvention naming() {
        return NamingConvention.standard();
    }
}
