package dev.aludel.dialect.mysql;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.EnumType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a column's type spells an enum, whose words the server reads under whatever {@code sql_mode} it has. */
final class EnumSpelling {

    /** MySQL 8.4 manual, section 13.3.6: an element has at most 255 characters, and 1,020 bytes. */
    private static final int LONGEST = 255;

    private EnumSpelling() {}

    /**
     * The type of a column.
     *
     * @throws UnsupportedOnDialectException when a word can't be told to the server, or not from another one
     */
    static String of(EnumType words) {
        requireDistinct(words);
        return words.values().stream()
                .map(word -> literal(words.name(), word))
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    /** A word's list takes plain string literals only, and takes blanks off their ends. */
    private static String literal(String name, String word) {
        boolean isReadable =
                word.chars().noneMatch(unit -> unit < ' ' || unit == '\\' || Character.isSurrogate((char) unit));
        if (!isReadable || word.endsWith(" ") || word.codePointCount(0, word.length()) > LONGEST) {
            throw new UnsupportedOnDialectException(
                    "MySQL keeps no value of an enum that ends in a blank, is longer than %d characters, or holds a backslash, a control character or a character above U+FFFF, as \"%s\" of enum \"%s\" does"
                            .formatted(LONGEST, word, name));
        }
        return "'" + word.replace("'", "''") + "'";
    }

    /** Error 1291: the column's collation takes words for the same that differ in case. */
    private static void requireDistinct(EnumType words) {
        Set<String> seen = new HashSet<>();
        for (String word : words.values()) {
            if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                throw new UnsupportedOnDialectException(
                        "MySQL takes no enum with values that differ in case only, as \"%s\" of enum \"%s\" does"
                                .formatted(word, words.name()));
            }
        }
    }
}
