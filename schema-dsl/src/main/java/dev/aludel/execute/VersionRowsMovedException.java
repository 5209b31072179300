package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.revision.RevisionId;
import java.util.Set;

/** Another run moved the version rows after the plan was made; this run did nothing for the revision at hand. */
public final class VersionRowsMovedException extends MigrationException {

    VersionRowsMovedException(Set<RevisionId> expected, Set<RevisionId> found) {
        super(
                "the database stood at %s when the plan was made, and stands at %s now: another run changed it. Nothing was done for this revision; run the same command again"
                        .formatted(expected, found));
    }
}
