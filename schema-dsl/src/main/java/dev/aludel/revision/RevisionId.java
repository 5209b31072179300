package dev.aludel.revision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Optional<String> fault = Identifiers.faultOf(value);
        if (fault.isPresent()) {
            throw new InvalidRevisionIdException(value, fault.get());
        }
    }

    /**
     * The id of this text.
     *
     * @throws InvalidRevisionIdException when {@code value} is no id
     */
    public static RevisionId of(String value) {
        return new RevisionId(value);
    }

    /** Spelled out, as {@link #hashCode()} is: a start with nothing to do compares ids and would else derive both first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
