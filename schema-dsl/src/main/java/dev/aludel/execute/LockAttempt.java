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
 * @param condition what must succeed, after a pause, before it is carried out once more
 */
record LockAttempt(
        Work work,
        Supplier<LockTarget> target,
        Supplier<Optional<String>> obstacle,
        boolean wholeRevision,
        Condition condition) {

    /** Work that makes sure by itself that it may be done. */
    LockAttempt(Work work, Supplier<LockTarget> target, Supplier<Optional<String>> obstacle, boolean wholeRevision) {
        this(work, target, obstacle, wholeRevision, () -> {});
    }

    /** This work, which goes on after a pause only if {@code another} succeeds. */
    LockAttempt afterPause(Condition another) {
        return new LockAttempt(work, target, obstacle, wholeRevision, another);
    }

    /** What is done between a pause and the next try; fails where there must be none. */
    @FunctionalInterface
    interface Condition {
        void verify() throws SQLException;
    }

    /** What is done; returns the number of rows that it changed. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException;
    }
}
