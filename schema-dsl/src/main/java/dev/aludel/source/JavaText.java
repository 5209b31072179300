package dev.aludel.source;

import java.util.Locale;

/** Words as Java source, in which they mean themselves and end nothing. */
final class JavaText {

    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A sentence within a Javadoc comment; a backslash could begin a Unicode escape even there. */
    static String sentence(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("{", "&#123;")
                .replace("\\", "&#92;");
        String capitalized =
                escaped.isEmpty() ? "" : escaped.substring(0, 1).toUpperCase(Locale.ROOT) + escaped.substring(1);
        return capitalized.matches(".*[.!?]") ? capitalized : capitalized + ".";
    }
}
