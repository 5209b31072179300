package dev.aludel.revision;

/**
 * What a revision needs to be applied before it, without being its successor: another revision, named by its id or by a
 * branch label that it declares.
 */
public sealed interface Dependency {

    /** The id or the label. */
    String name();

    /** A dependency on the revision of this id. */
    record OnRevision(RevisionId id) implements Dependency {
        @Override
        public String name() {
            return id.value();
        }
    }

    /** A dependency on the revision that declares this branch label. */
    record OnLabel(String label) implements Dependency {
        @Override
        public String name() {
            return label;
        }
    }
}
