package dev.aludel.revision;

import dev.aludel.error.MigrationException;
import java.util.Collection;
import java.util.List;

/** Ids, of version rows or given by a program, that no revision of the history has. */
public final class UnknownRevisionException extends MigrationException {

    private final List<RevisionId> ids;

    private UnknownRevisionException(Collection<RevisionId> ids, String message) {
        super(message);
        this.ids = ids.stream().sorted().toList();
    }

    static UnknownRevisionException rows(Collection<RevisionId> ids) {
        return new UnknownRevisionException(
                ids,
                "The version table names revisions that this history does not have: %s. The database was migrated by"
                                .formatted(Text.list(ids))
                        + " another history, by a newer version of this one, or by a revision that was deleted since. Run the"
                        + " one that has them; or, once the schema is known to be that of a revision of this history,"
                        + " stamp that revision with purge. Nothing was changed.");
    }

    static UnknownRevisionException ids(Collection<RevisionId> ids) {
        return new UnknownRevisionException(
                ids, "The history has no revision %s. Nothing was changed.".formatted(Text.list(ids)));
    }

    /** The unknown ids, smallest first. */
    public List<RevisionId> ids() {
        return ids;
    }
}
