package dev.aludel.execute;

import dev.aludel.error.MigrationException;
import dev.aludel.revision.RevisionId;

/** A revision failed while it ran; the message says at which statement, why, and what state the database is in now. */
public final class RevisionFailedException extends MigrationException {

    private final RevisionId revision;

    RevisionFailedException(RevisionId revision, String message, Throwable cause) {
        super(message, cause);
        this.revision = revision;
    }

    /** The revision that failed; those before it in the run were applied. */
    public RevisionId revision() {
        return revision;
    }
}
