package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** A run no longer holds the migration lock; it stops before it writes anything more. */
public final class LockLostException extends MigrationException {

    /** Creates the failure; {@code message} says how it was noticed, and who holds the lock now if that is known. */
    public LockLostException(String message) {
        super(message);
    }
}
