package dev.aludel.revision;

/**
 * The id of a revision: what a version table holds, and what {@code revises} links refer to. Ids are case-sensitive and
 * of any length here; a version table may hold less.
 *
 * @param value not blank, without white space, invisible characters and {@code @ : + -}, and none of the words
 *     {@code head}, {@code heads}, {@code base}, {@code current}
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    /** @throws InvalidRevisionIdException when {@code value} is no id */
    public RevisionId {
        String id = value;
        Identifiers.faultOf(id).ifPresent(fault -> {
            throw new InvalidRevisionIdException(id, fault);
        });
    }

    /**
     * The id of this text.
     *
     * @throws InvalidRevisionIdException when {@code value} is no id
     */
    public static RevisionId of(String value) {
        return new RevisionId(value);
    }

    /** By the UTF-16 units of the value, as {@link String#compareTo(String)} does. */
    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
