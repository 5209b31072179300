package dev.aludel.cli;

import dev.aludel.error.MigrationException;
import java.sql.SQLException;

/** The database that a URL names could not be reached. */
final class ConnectionException extends MigrationException {

    ConnectionException(String message) {
        super(message);
    }

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** In the words of the driver, and of what lies at the bottom: drivers say "failed", and the network says why. */
    static ConnectionException to(JdbcUrl url, SQLException failure) {
        Throwable root = rootCause(failure);
        String why = root.equals(failure)
                ? ""
                : " (%s: %s)".formatted(root.getClass().getSimpleName(), firstLine(root));
        String message = "cannot connect to %s: %s%s".formatted(url, firstLine(failure), why);
        return new ConnectionException(url.redact(message), failure);
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse(failure.toString())
                .replaceFirst("\\.$", "");
    }
}
