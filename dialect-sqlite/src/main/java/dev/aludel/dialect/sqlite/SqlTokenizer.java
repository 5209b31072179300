package dev.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL into tokens as SQLite's own tokenizer does (tokenize.c). */
final class SqlTokenizer {

    private static final Pattern NUMBER = Pattern.compile(
            "0[xX][0-9a-fA-F_]++|(?:[0-9][0-9_]*+(?:\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9]++)?");

    private static final String WHITE_SPACE = " \n\t\r\f\u000b";
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;

    private SqlTokenizer(String sql) {
        this.sql = sql;
    }

    static List<SqlToken> tokens(String sql) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql);
        while (tokenizer.position < sql.length()) {
            tokenizer.step();
        }
        return List.copyOf(tokenizer.tokens);
    }

    private void step() {
        int skipped = endOfBlank();
        if (skipped > position) {
            position = skipped;
            return;
        }
        SqlToken token = next();
        tokens.add(token);
        position = token.end();
    }

    private SqlToken next() {
        char first = sql.charAt(position);
        if (first == '\'') {
            return token(SqlToken.Kind.STRING, quotedEnd(position, '\''));
        }
        if ((first == 'x' || first == 'X') && position + 1 < sql.length() && sql.charAt(position + 1) == '\'') {
            return token(SqlToken.Kind.STRING, quotedEnd(position + 1, '\''));
        }
        if (first == '"' || first == '`') {
            return token(SqlToken.Kind.QUOTED_NAME, quotedEnd(position, first));
        }
        if (first == '[') {
            return token(SqlToken.Kind.QUOTED_NAME, after(sql.indexOf(']', position)));
        }
        if (isDigit(first) || first == '.') {
            int number = endOfNumber();
            return number > position ? token(SqlToken.Kind.NUMBER, number) : token(SqlToken.Kind.SIGN, position + 1);
        }
        int word = endOfWord();
        return word > position ? token(SqlToken.Kind.WORD, word) : token(SqlToken.Kind.SIGN, position + 1);
    }

    private SqlToken token(SqlToken.Kind kind, int end) {
        return new SqlToken(kind, sql.substring(position, end), position);
    }

    /** Where a quoted text that opens at {@code open} ends; a doubled quote inside it stands for itself. */
    private int quotedEnd(int open, char quote) {
        int close = sql.indexOf(quote, open + 1);
        while (close >= 0 && close + 1 < sql.length() && sql.charAt(close + 1) == quote) {
            close = sql.indexOf(quote, close + 2);
        }
        return after(close);
    }

    private int after(int close) {
        return close < 0 ? sql.length() : close + 1;
    }

    /** Where the white space or the comment that begins here ends. */
    private int endOfBlank() {
        if (sql.startsWith("--", position)) {
            int lineEnd = sql.indexOf('\n', position);
            return lineEnd < 0 ? sql.length() : lineEnd;
        }
        if (sql.startsWith("/*", position)) {
            int close = sql.indexOf("*/", position + 2);
            return close < 0 ? sql.length() : close + 2;
        }
        int end = position;
        while (end < sql.length() && WHITE_SPACE.indexOf(sql.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        Matcher number = NUMBER.matcher(sql).region(position, sql.length());
        return number.lookingAt() ? number.end() : position;
    }

    private int endOfWord() {
        int end = position;
        while (end < sql.length() && isPartOfWord(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfWord(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || isDigit(character)
                || character == '$'
                || character >= FIRST_BEYOND_ASCII;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
