package dev.aludel.reliability;

import dev.aludel.execute.RevisionFailedException;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended on one database.
 *
 * @param message what the user is told; for a revision that failed, its reason
 * @param state what is left
 */
record Outcome(String message, String state) {

    static final String AS_BEFORE = "as before";
    static final String APPLIED = "applied, nothing lost";
    static final String IN_PART = "applied in part; the message lists what took effect";

    private static final int LENGTH = 600;

    static Outcome of(@Nullable Throwable thrown, String state) {
        return new Outcome(thrown == null ? "none" : shown(reason(thrown)), state);
    }

    /** The frame around a reason is the same for all: which revision, which statement, what state, what next. */
    private static Throwable reason(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof RevisionFailedException && cause != null ? cause : thrown;
    }

    private static String shown(Throwable reason) {
        String message = String.valueOf(reason.getMessage())
                .replaceAll("(SQLite|PostgreSQL|MySQL|MariaDB) [0-9.]+\\d", "$1")
                .replaceAll("test_[0-9a-f]+_\\d+", "…")
                .replaceAll("reader_[0-9a-f]+", "reader")
                .replaceAll("no-database\\d+", "no-database")
                .replaceAll("aludel-sqlite-\\d+", "…")
                .replaceAll("\\b(localhost|127\\.0\\.0\\.1):\\d+", "$1:…")
                .replaceAll("\\s+", " ")
                .strip();
        return message.length() > LENGTH ? message.substring(0, LENGTH) + "…" : message;
    }
}
