package dev.aludel.model;

import java.util.Optional;

/** What comments must be, whatever they are about. */
final class Comments {

    private Comments() {}

    /** An empty comment is how databases say that there is none. */
    static void require(Optional<String> comment, String kind, String name) {
        if (comment.filter(String::isBlank).isPresent()) {
            throw new InvalidSchemaException(
                    "the comment on %s \"%s\" is blank: leave it out, or take it away".formatted(kind, name));
        }
    }
}
