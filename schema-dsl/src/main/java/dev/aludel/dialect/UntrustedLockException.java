package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** The database's lock would keep nobody out, so that nothing was executed. */
public final class UntrustedLockException extends MigrationException {

    /** Creates the failure; {@code message} says how that was found out, and which ways lead on. */
    public UntrustedLockException(String message) {
        super(message);
    }
}
