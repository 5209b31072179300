package dev.aludel.execute;

import dev.aludel.error.MigrationException;

/** A check found rows that the revision must not touch; the message has their number and some of them. */
public final class CheckFailedException extends MigrationException {

    /** Creates the failure; {@code message} names table and column, counts the rows, and shows up to five of them. */
    public CheckFailedException(String message) {
        super(message);
    }
}
