package dev.aludel.error;

/**
 * The root of every failure that Aludel reports: unchecked, and complete in its message.
 *
 * <p>A message says what failed, the cause (in the database's words where there is one), what state the database is in
 * now, and the next step to take. Subclasses carry the parts that a program may want to read as fields.
 */
public class MigrationException extends RuntimeException {

    /** Creates a failure without a deeper cause. */
    public MigrationException(String message) {
        super(message);
    }

    /** Creates a failure that {@code cause} brought about. */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
