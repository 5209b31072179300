package dev.aludel.revision;

import dev.aludel.error.MigrationException;

/** A text that cannot be the id of a revision. */
public final class InvalidRevisionIdException extends MigrationException {

    private final String value;

    InvalidRevisionIdException(String value, String fault) {
        super("%s cannot be the id of a revision: it %s. Choose an id of letters, digits, \"_\" and \".\""
                .formatted(Text.quoted(value), fault));
        this.value = value;
    }

    /** The text as it was given. */
    public String value() {
        return value;
    }
}
