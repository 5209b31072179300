package dev.aludel.execute;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that may meet other sessions' locks, and has taken no effect when it fails.
 *
 * @param target what it was about to lock when it failed
 * @param obstacle why it can't be carried out once more, now that it has failed, as a clause; empty where it can
 * @param wholeRevision whether it is all of a revision, or one of its actions
 */
record LockAttempt(Work work, Supplier<LockTarget> target, Supplier<Optional<String>> obstacle, boolean wholeRevision) {

    /** What is done; returns the number of rows that it changed. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException;
    }
}
