package dev.aludel.dialect.mysql;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the check constraints of a table; MariaDB keeps its JSON columns as text with a check. */
final class CheckReader {

    private static final String MYSQL =
            """
            SELECT c.constraint_name AS name, c.check_clause AS expression
            FROM information_schema.check_constraints c
            JOIN information_schema.table_constraints t
                ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
            WHERE t.table_schema = DATABASE() AND t.table_name = $V AND t.constraint_type = 'CHECK'
            ORDER BY c.constraint_name""";

    private static final String MARIADB =
            """
            SELECT constraint_name AS name, check_clause AS expression
            FROM information_schema.check_constraints
            WHERE constraint_schema = DATABASE() AND table_name = $V
            ORDER BY constraint_name""";

    private static final Pattern JSON_CHECK =
            Pattern.compile("json_valid\\(`?(.+?)`?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A string with its character set in front, or a name in backticks. */
    private static final Pattern TOKEN =
            Pattern.compile("(?:_utf8mb4)?('(?:[^'\\\\]|''|\\\\.)*')|`([a-z_][a-z0-9_]*)`", Pattern.DOTALL);

    private final Rows rows;
    private final boolean isMariaDb;

    CheckReader(Rows rows, boolean isMariaDb) {
        this.rows = rows;
        this.isMariaDb = isMariaDb;
    }

    /** The expressions of the checks by name; in MySQL before 8.0.16 there are none. */
    Map<String, String> of(String table) throws SQLException {
        Map<String, String> checks = new LinkedHashMap<>();
        if (!isMariaDb && hasNoCheckView()) {
            return checks;
        }
        for (Row row : rows.of(isMariaDb ? MARIADB : MYSQL, table)) {
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

    private boolean hasNoCheckView() throws SQLException {
        return rows.of(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = 'information_schema' AND LOWER(table_name) = 'check_constraints'")
                .isEmpty();
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
        return ReservedWords.contains(token.group(2)) ? token.group() : token.group(2);
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
