package dev.aludel.sql;

import dev.aludel.error.MigrationException;

/** A name is longer than the database keeps; it would be cut, or refused, on the way. */
public final class IdentifierTooLongException extends MigrationException {

    /** Creates the failure for {@code identifier} on a database that keeps {@code limit}, such as {@code 63 bytes}. */
    public IdentifierTooLongException(String identifier, String database, String limit) {
        super("the name \"%s\" is too long for %s, which keeps %s: choose a shorter one"
                .formatted(identifier, database, limit));
    }
}
