package dev.aludel.operation;

import dev.aludel.model.AutoIncrement;
import java.util.Optional;

/**
 * Has the database number a column's rows, or leaves their numbers to inserts again.
 *
 * @param numbering how they are numbered; empty where they aren't any more
 */
public record NumberingChange(Optional<AutoIncrement> numbering) {

    /** In a few words: {@code number rows}. */
    String describe() {
        return numbering.isPresent() ? "number rows" : "stop numbering rows";
    }
}
