package dev.aludel.fingerprint;

import java.util.regex.Pattern;

/** Texts of authors within a line: quoted, so that no text can look like two, or like a line of ours. */
final class Quotation {

    private static final Pattern LINE_ENDING = Pattern.compile("\r\n?");
    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \t]+(?=\n)|\\s+\\z");

    private Quotation() {}

    /** {@code text} between quotes; characters that would end the line or the quotation are spelled out. */
    static String ofText(String text) {
        if (isPlain(text)) {
            return '"' + text + '"';
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    /** As {@link #ofText}, with line endings made one, and without white space at the ends of lines and of the whole. */
    static String ofSql(String sql) {
        String lines = LINE_ENDING.matcher(sql).replaceAll("\n");
        return ofText(TRAILING_SPACE.matcher(lines).replaceAll(""));
    }

    /** Whether every character stands for itself, as in nearly all names. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder quoted, int character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').appendCodePoint(character);
        } else if (character == '\n') {
            quoted.append("\\n");
        } else if (isSpelledOut(character)) {
            quoted.append("\\u%04x".formatted(character));
        } else {
            quoted.appendCodePoint(character);
        }
    }

    /** Half a surrogate pair has no encoding of its own: all of them would become the same question mark. */
    private static boolean isSpelledOut(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
