package dev.aludel.history;

import dev.aludel.error.MigrationException;

/** No history was found, or several were and none was chosen. */
public final class HistoryException extends MigrationException {

    /** Creates the failure; {@code message} says what was found and how to choose. */
    public HistoryException(String message) {
        super(message);
    }

    /** Creates the failure that {@code cause} brought about. */
    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
