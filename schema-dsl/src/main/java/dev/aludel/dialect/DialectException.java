package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** No dialect, or not the right one: an unknown database, an unknown name, a server that is too old. */
public final class DialectException extends MigrationException {

    /** Creates the failure; {@code message} says what was found and what to add or change. */
    public DialectException(String message) {
        super(message);
    }

    /** Creates the failure that {@code cause} brought about. */
    public DialectException(String message, Throwable cause) {
        super(message, cause);
    }
}
