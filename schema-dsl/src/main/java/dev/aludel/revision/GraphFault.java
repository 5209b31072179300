package dev.aludel.revision;

import java.util.List;

/**
 * One thing that is wrong with the declarations of a history.
 *
 * @param kind what it is, for programs
 * @param message a complete sentence that names the revisions and their classes
 * @param revisions the revisions at fault; for a cycle in the order of its edges, else smallest id first
 */
public record GraphFault(Kind kind, String message, List<DeclaredRevision> revisions) {

    public GraphFault {
        revisions = List.copyOf(revisions);
    }

    /** What can be wrong with the declarations of a history. */
    public enum Kind {
        /** Two revisions have one id. */
        DUPLICATE_ID,
        /** A parent does not exist. */
        MISSING_PARENT,
        /** A dependency does not exist. */
        MISSING_DEPENDENCY,
        /** Two revisions declare one label, or one declares it twice. */
        DUPLICATE_LABEL,
        /** A label is empty, a reserved word, or holds a character that no label may hold. */
        ILLEGAL_LABEL,
        /** A label is the id of a revision. */
        LABEL_IS_AN_ID,
        /** A revision revises, or depends on, itself. */
        SELF_LOOP,
        /** Revisions require each other in a circle, by revising or by depending. */
        CYCLE
    }
}
