package dev.aludel.model;

/** What every name of a schema object must be. */
final class Names {

    private Names() {}

    static void require(String name, String what) {
        if (name.isBlank()) {
            throw new InvalidSchemaException("a %s needs a name that is not blank".formatted(what));
        }
        if (name.indexOf('\0') >= 0) {
            throw new InvalidSchemaException(
                    "the name of a %s cannot hold the character U+0000, which no database stores: \"%s\""
                            .formatted(what, name.replace("\0", "\\0")));
        }
    }
}
