package dev.aludel.check;

import dev.aludel.model.DialectId;
import dev.aludel.revision.RevisionId;
import java.util.Optional;

/**
 * Something about a history that should be put right before it is released.
 *
 * @param revision the revision that it is about; empty where it is about the history
 * @param dialect the dialect that it was found for; empty where it is the same for all
 * @param message complete sentences, perhaps on several lines
 */
public record Finding(Kind kind, Optional<RevisionId> revision, Optional<DialectId> dialect, String message) {

    /** What can be wrong. */
    public enum Kind {
        /** The headers contradict each other. */
        GRAPH,
        /** There are more heads than allowed, or none. */
        HEADS,
        /** What a revision does can't be recorded, or makes no sense on the schema that it finds. */
        UNSOUND,
        /** A revision does nothing, and is no merge. */
        EMPTY,
        /** A revision can't be taken back, and doesn't say so. */
        IRREVERSIBLE,
        /** A revision can't be rendered as a script for some dialect. */
        OFFLINE
    }

    /** This finding, of one dialect alone. */
    Finding on(DialectId only) {
        return new Finding(kind, revision, Optional.of(only), message);
    }

    static Finding of(Kind kind, String message) {
        return new Finding(kind, Optional.empty(), Optional.empty(), message);
    }

    static Finding of(Kind kind, RevisionId revision, String message) {
        return new Finding(kind, Optional.of(revision), Optional.empty(), message);
    }
}
