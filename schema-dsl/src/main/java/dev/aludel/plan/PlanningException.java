package dev.aludel.plan;

import dev.aludel.error.MigrationException;

/** A plan could not be made; nothing was executed. */
public final class PlanningException extends MigrationException {

    /** Creates the failure; {@code message} names revision, operation and reason, and the ways out. */
    public PlanningException(String message) {
        super(message);
    }

    /** Creates the failure that {@code cause} brought about. */
    public PlanningException(String message, Throwable cause) {
        super(message, cause);
    }
}
