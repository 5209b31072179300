package dev.aludel.dialect.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the check constraints of a table; MariaDB keeps its JSON columns as text with a check. */
final class CheckReader {

    private static final Pattern JSON_CHECK =
            Pattern.compile("json_valid\\(`?(.+?)`?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A string with its character set in front, or a name in backticks. */
    private static final Pattern TOKEN =
            Pattern.compile("(?:_utf8mb4)?('(?:[^'\\\\]|''|\\\\.)*')|`([a-z_][a-z0-9_]*)`", Pattern.DOTALL);

    private CheckReader() {}

    /** The expressions of the checks by name, as the author of a revision would write them. */
    static Map<String, String> read(List<Row> rows, boolean isMariaDb) {
        Map<String, String> checks = new LinkedHashMap<>();
        for (Row row : rows) {
            String shown = row.text("expression");
            checks.put(row.text("name"), readable(isMariaDb ? shown : LiveDefault.unescaped(shown)));
        }
        return checks;
    }

    static boolean isJson(String column, String columnType, Map<String, String> checks) {
        return columnType.equals("longtext") && isJsonCheck(checks.getOrDefault(column, ""));
    }

    static boolean isJsonCheck(String expression) {
        return JSON_CHECK.matcher(expression).matches();
    }

    /** Without the parentheses around it all, and quotes only where they are needed. */
    private static String readable(String shown) {
        String bare = shown.startsWith("(") && closes(shown) ? shown.substring(1, shown.length() - 1) : shown;
        return TOKEN.matcher(bare).replaceAll(match -> Matcher.quoteReplacement(readable(match)));
    }

    private static String readable(MatchResult token) {
        if (token.group(1) != null) {
            return token.group(1);
        }
        return ReservedWords.contains(token.group(2).toLowerCase(Locale.ROOT)) ? token.group() : token.group(2);
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean closes(String shown) {
        int depth = 0;
        for (int index = 0; index < shown.length(); index++) {
            char character = shown.charAt(index);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && index < shown.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }
}
