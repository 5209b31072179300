package dev.aludel.source;

import dev.aludel.error.MigrationException;

/** The source of a new revision could not be written; no file was changed. */
public final class RevisionWriterException extends MigrationException {

    RevisionWriterException(String message) {
        super(message);
    }

    RevisionWriterException(String message, Throwable cause) {
        super(message, cause);
    }
}
