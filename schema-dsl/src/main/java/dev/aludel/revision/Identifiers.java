package dev.aludel.revision;

import java.util.List;
import java.util.Optional;

/** What the names of revisions and branch labels must be, so that every target can be read in one way only. */
final class Identifiers {

    /** The words that stand for a place in the graph. */
    static final List<String> RESERVED = List.of("head", "heads", "base", "current");

    private static final String OPERATORS = "@:+-";

    private Identifiers() {}

    /** What is wrong with {@code name}, as the end of a sentence that begins with the name; empty when nothing is. */
    static Optional<String> faultOf(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (RESERVED.contains(name)) {
            return Optional.of("is a reserved word (" + String.join(", ", RESERVED) + ")");
        }
        for (int index = 0; index < name.length(); index += Character.charCount(name.codePointAt(index))) {
            if (isIllegal(name.codePointAt(index))) {
                return Optional.of(
                        "holds %s, which no identifier may hold (@ : + - build targets; white space ends words)"
                                .formatted(describe(name.codePointAt(index))));
            }
        }
        return Optional.empty();
    }

    private static boolean isIllegal(int character) {
        return !isPlain(character) && (OPERATORS.indexOf(character) >= 0 || isInvisible(character));
    }

    /** What nearly every identifier is made of, so that the rest is seldom asked. */
    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '_';
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE;
    }

    private static String describe(int character) {
        return isInvisible(character)
                ? "the invisible character U+%04X".formatted(character)
                : "\"" + Character.toString(character) + "\"";
    }
}
