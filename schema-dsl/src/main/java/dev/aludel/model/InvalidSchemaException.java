package dev.aludel.model;

import dev.aludel.error.MigrationException;

/** A schema, or a change of one, that contradicts itself: an unknown table, a column named twice, a key that is in use. */
public final class InvalidSchemaException extends MigrationException {

    /** Creates the failure; {@code message} names the objects, says what is known, and what to do. */
    public InvalidSchemaException(String message) {
        super(message);
    }
}
