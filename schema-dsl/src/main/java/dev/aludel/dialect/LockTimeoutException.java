package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** Another run held the migration lock for longer than this one was ready to wait. */
public final class LockTimeoutException extends MigrationException {

    /** Creates the failure; {@code message} says how long was waited, and who holds the lock. */
    public LockTimeoutException(String message) {
        super(message);
    }
}
