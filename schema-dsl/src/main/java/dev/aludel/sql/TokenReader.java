package dev.aludel.sql;

import dev.aludel.sql.Lexicon.Habit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads raw SQL token by token; what is never closed goes on to the end of the text. */
final class TokenReader {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_\\x80-\\uffff][\\p{L}\\p{N}_$\\x80-\\uffff]*");
    private static final Pattern DOLLAR_QUOTE =
            Pattern.compile("\\$(?:[\\p{L}_\\x80-\\uffff][\\p{L}\\p{N}_\\x80-\\uffff]*)?\\$");
    private static final Pattern DASHES_AND_BLANK = Pattern.compile("--(?=\\s|\\z)");

    private final Lexicon lexicon;
    private final String sql;
    private int position;

    TokenReader(Lexicon lexicon, String sql) {
        this.lexicon = lexicon;
        this.sql = sql;
    }

    boolean hasNext() {
        return position < sql.length();
    }

    Token next() {
        int start = position;
        Token.Kind kind = advance();
        return new Token(kind, sql.substring(start, position));
    }

    private Token.Kind advance() {
        if (skip(BLANK)) {
            return Token.Kind.BLANK;
        }
        if (skipComment()) {
            return Token.Kind.COMMENT;
        }
        if (skipQuoted()) {
            return Token.Kind.QUOTED;
        }
        if (skip(WORD)) {
            return Token.Kind.WORD;
        }
        position += Character.charCount(sql.codePointAt(position));
        return Token.Kind.SYMBOL;
    }

    private boolean skipComment() {
        boolean dashes = lexicon.has(Habit.HASH_COMMENTS) ? looking(DASHES_AND_BLANK) : sql.startsWith("--", position);
        if (dashes || (lexicon.has(Habit.HASH_COMMENTS) && at(position, '#'))) {
            int end = sql.indexOf('\n', position);
            position = end < 0 ? sql.length() : end;
            return true;
        }
        if (sql.startsWith("/*", position)) {
            skipBlockComment();
            return true;
        }
        return false;
    }

    private void skipBlockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", position) && (depth == 0 || lexicon.has(Habit.NESTED_COMMENTS))) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && hasNext());
    }

    private boolean skipQuoted() {
        boolean backslash = lexicon.has(Habit.BACKSLASH_ESCAPES);
        if (at(position, '\'') || at(position, '"')) {
            skipTo(sql.charAt(position), position, backslash);
        } else if (at(position, '`')) {
            skipTo('`', position, false);
        } else if (lexicon.has(Habit.BRACKET_NAMES) && at(position, '[')) {
            skipTo(']', position, false);
        } else if (isEscapeString()) {
            skipTo('\'', position + 1, true);
        } else {
            return lexicon.has(Habit.DOLLAR_QUOTES) && skipDollarQuote();
        }
        return true;
    }

    private boolean isEscapeString() {
        return lexicon.has(Habit.ESCAPE_STRINGS) && (at(position, 'E') || at(position, 'e')) && at(position + 1, '\'');
    }

    /** Two quotes in a row read as the end of one string and the start of another, which comes to the same. */
    private void skipTo(char quote, int opening, boolean backslashEscapes) {
        position = opening + 1;
        while (hasNext()) {
            char character = sql.charAt(position++);
            if (character == '\\' && backslashEscapes && hasNext()) {
                position++;
            } else if (character == quote) {
                return;
            }
        }
    }

    private boolean skipDollarQuote() {
        Matcher opening = DOLLAR_QUOTE.matcher(sql).region(position, sql.length());
        if (!opening.lookingAt()) {
            return false;
        }
        int end = sql.indexOf(opening.group(), opening.end());
        position = end < 0 ? sql.length() : end + opening.group().length();
        return true;
    }

    private boolean skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(sql).region(position, sql.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        position = matcher.end();
        return true;
    }

    private boolean looking(Pattern pattern) {
        return pattern.matcher(sql)
                .region(position, sql.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    private boolean at(int index, char character) {
        return index < sql.length() && sql.charAt(index) == character;
    }
}
