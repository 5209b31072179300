package dev.aludel.plan;

import dev.aludel.revision.RevisionId;
import java.util.Optional;

/**
 * An applied revision, and whether it is still what was applied.
 *
 * @param recorded the hash of the operations that were applied, with its algorithm; empty where the log doesn't tell, as
 *     for a revision that another tool applied or that was stamped
 * @param current the hash of its operations now
 */
public record VerifiedRevision(RevisionId revision, Optional<String> recorded, String current) {

    /** What can be said of it. */
    public enum Status {
        /** It is what was applied. */
        UNCHANGED,
        /** It has been changed since it was applied. */
        CHANGED,
        /** The log doesn't tell what was applied, or by a hash that this version doesn't know. */
        UNKNOWN
    }

    /** Whether it is still what was applied. */
    public Status status() {
        if (recorded.isEmpty() || !algorithm(recorded.get()).equals(algorithm(current))) {
            return Status.UNKNOWN;
        }
        return recorded.get().equals(current) ? Status.UNCHANGED : Status.CHANGED;
    }

    private static String algorithm(String hash) {
        return hash.substring(0, hash.indexOf(':') + 1);
    }
}
