package dev.aludel.testing.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SQLite's pragmas don't tell of a table, read from the text of its CREATE TABLE. */
final class SqliteDefinition {

    private static final String NAME = "(?i)CONSTRAINT\\s+(\"[^\"]*\"|\\w+)\\s+";
    private static final Pattern CHECK = Pattern.compile("(?:" + NAME + ")?\\bCHECK\\s*(?=\\()");

    private final String sql;

    SqliteDefinition(String sql) {
        this.sql = sql;
    }

    /**
     * The name of a constraint over these columns.
     *
     * @param kind such as {@code FOREIGN KEY}
     * @return null where the table constraint has none, or where it stands in a column's definition
     */
    @Nullable String constraintName(String kind, List<String> columns) {
        Matcher constraint = Pattern.compile(NAME + kind + "\\s*\\(([^)]*)\\)").matcher(sql);
        return constraint
                .results()
                .filter(found -> columns(found.group(2)).equals(columns))
                .map(found -> unquoted(found.group(1)))
                .findFirst()
                .orElse(null);
    }

    List<CheckShape> checks() {
        List<CheckShape> checks = new ArrayList<>();
        Matcher check = CHECK.matcher(sql);
        while (check.find()) {
            String name = check.group(1) == null ? null : unquoted(check.group(1));
            checks.add(new CheckShape(name, sql.substring(check.end() + 1, closingParenthesis(check.end()))));
        }
        return checks;
    }

    /** The place of the parenthesis that closes the one at {@code opening}. */
    private int closingParenthesis(int opening) {
        int depth = 0;
        boolean quoted = false;
        for (int place = opening; place < sql.length(); place++) {
            char character = sql.charAt(place);
            quoted ^= character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0) {
                return place;
            }
        }
        throw new IllegalStateException("unbalanced: " + sql);
    }

    private static List<String> columns(String list) {
        return Stream.of(list.split(",")).map(name -> unquoted(name.strip())).toList();
    }

    private static String unquoted(String name) {
        return name.replace("\"", "");
    }
}
