package dev.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of an SQL text, as its tokens.
 *
 * @param sql the text whole
 * @param tokens those of the stretch, in order
 */
record Fragment(String sql, List<SqlToken> tokens) {

    Fragment {
        tokens = List.copyOf(tokens);
    }

    static Fragment of(String sql) {
        return new Fragment(sql, SqlTokenizer.tokens(sql));
    }

    int size() {
        return tokens.size();
    }

    SqlToken at(int index) {
        return tokens.get(index);
    }

    /** Whether the token at {@code index} exists and is this word. */
    boolean isWord(int index, String word) {
        return index >= 0 && index < size() && at(index).isWord(word);
    }

    boolean isSign(int index, char sign) {
        return index >= 0 && index < size() && at(index).isSign(sign);
    }

    int start() {
        return at(0).start();
    }

    int end() {
        return at(size() - 1).end();
    }

    /** The text from the first token to the last, with what lies between them. */
    String text() {
        return size() == 0 ? "" : sql.substring(start(), end());
    }

    /** The tokens, one blank between them: equal for texts that differ in blanks and comments only. */
    String words() {
        return String.join(" ", tokens.stream().map(SqlToken::text).toList());
    }

    Fragment part(int from, int to) {
        return new Fragment(sql, tokens.subList(from, to));
    }

    Fragment from(int index) {
        return part(index, size());
    }

    /** The index of the first {@code (} at or after {@code from}; the size where there is none. */
    int opening(int from) {
        int index = from;
        while (index < size() && !at(index).isSign('(')) {
            index++;
        }
        return index;
    }

    /** The index of the parenthesis that closes the one at {@code open}. */
    int closing(int open) {
        int depth = 0;
        for (int index = open; index < size(); index++) {
            depth += depthChange(at(index));
            if (depth == 0) {
                return index;
            }
        }
        throw new IllegalArgumentException("a parenthesis is not closed in: " + sql);
    }

    /** What stands between the parenthesis at {@code open} and the one that closes it. */
    Fragment inside(int open) {
        return part(open + 1, closing(open));
    }

    /** The parts between the commas that are in no parentheses. */
    List<Fragment> split() {
        List<Fragment> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int index = 0; index < size(); index++) {
            depth += depthChange(at(index));
            if (depth == 0 && at(index).isSign(',')) {
                parts.add(part(from, index));
                from = index + 1;
            }
        }
        parts.add(from(from));
        return parts;
    }

    /** Whether a token names {@code name}. */
    boolean mentions(String name) {
        for (SqlToken token : tokens) {
            if (token.names(name)) {
                return true;
            }
        }
        return false;
    }

    static int depthChange(SqlToken token) {
        return token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
    }
}
