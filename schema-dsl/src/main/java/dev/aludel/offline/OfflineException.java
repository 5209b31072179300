package dev.aludel.offline;

import dev.aludel.error.MigrationException;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.CodeCall;

/** A script can't hold what a revision does. */
public final class OfflineException extends MigrationException {

    OfflineException(RevisionId revision, CodeCall code) {
        super(
                "revision \"%s\" runs Java, \"%s\", which no script can hold: render the range in two parts, before and after it, and run this revision online"
                        .formatted(revision, code.summary()));
    }
}
