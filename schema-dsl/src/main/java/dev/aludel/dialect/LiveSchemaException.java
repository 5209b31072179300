package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** The live schema contradicts what the revisions say: somebody changed it by hand, or another tool did. */
public final class LiveSchemaException extends MigrationException {

    /** Creates the failure; {@code message} names the table, both versions of the truth, and the ways out. */
    public LiveSchemaException(String message) {
        super(message);
    }
}
