package dev.aludel.cli;

import dev.aludel.error.MigrationException;

/** The database that a URL names could not be reached. */
final class ConnectionException extends MigrationException {

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
