package dev.aludel.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL expressions of which only the words are known: enough to find a column's name in them. */
final class ExpressionText {

    /** A string literal, a quoted identifier in any of the three styles, or a bare word. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private ExpressionText() {}

    /** Replaces each mention of {@code from}, quoted or bare, keeping its quotes; literals stay as they are. */
    static String renameColumn(String expression, String from, String to) {
        return TOKEN.matcher(expression)
                .replaceAll(match -> Matcher.quoteReplacement(renameToken(match.group(), from, to)));
    }

    /** Whether {@code expression} names {@code column}, quoted or bare. */
    static boolean mentions(String expression, String column) {
        return TOKEN.matcher(expression)
                .results()
                .anyMatch(match -> !match.group().startsWith("'")
                        && unquoted(match.group()).equals(column));
    }

    private static String renameToken(String token, String from, String to) {
        if (token.startsWith("'") || !unquoted(token).equals(from)) {
            return token;
        }
        char first = token.charAt(0);
        if (first == '"' || first == '`') {
            return first + to.replace(String.valueOf(first), String.valueOf(first) + first) + first;
        }
        return to;
    }

    private static String unquoted(String token) {
        char quote = token.charAt(0);
        if (quote != '"' && quote != '`') {
            return token;
        }
        return token.substring(1, token.length() - 1).replace(String.valueOf(quote) + quote, String.valueOf(quote));
    }
}
