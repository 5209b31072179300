package dev.aludel.dialect;

import dev.aludel.error.MigrationException;

/** A dialect can't do what an operation asks for; the planner adds the revision and the ways out. */
public final class UnsupportedOnDialectException extends MigrationException {

    /** Creates the failure; {@code reason} says which part can't be done and why, as a clause without a full stop. */
    public UnsupportedOnDialectException(String reason) {
        super(reason);
    }
}
