package dev.aludel.revision;

import dev.aludel.error.MigrationException;

/** An id, a target or a graph of revisions that makes no sense. */
public class RevisionException extends MigrationException {

    /** Creates the failure. */
    public RevisionException(String message) {
        super(message);
    }
}
