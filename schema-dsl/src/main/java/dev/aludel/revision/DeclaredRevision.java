package dev.aludel.revision;

/**
 * A header, and who declares it.
 *
 * @param declaredBy the name of the class, for messages
 */
public record DeclaredRevision(Header header, String declaredBy) {

    /** The id in the header. */
    public RevisionId id() {
        return header.id();
    }

    /** {@code "id" (class)}, for messages. */
    String described() {
        return "%s (%s)".formatted(Text.quoted(id()), declaredBy);
    }
}
