package dev.aludel.operation;

import dev.aludel.error.MigrationException;

/** A downgrade was asked for, and an operation on its way can't be undone by what is known. */
public final class IrreversibleOperationException extends MigrationException {

    /** Creates the failure; {@code message} names the operation, the reason, and what to write instead. */
    public IrreversibleOperationException(String message) {
        super(message);
    }
}
