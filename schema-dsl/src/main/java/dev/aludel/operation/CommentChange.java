package dev.aludel.operation;

import java.util.Optional;

/**
 * Sets a comment, or takes it away.
 *
 * @param comment the new comment; empty to take it away
 */
public record CommentChange(Optional<String> comment) {

    /** In a few words: {@code set comment}. */
    String describe() {
        return comment.isPresent() ? "set comment" : "drop comment";
    }
}
