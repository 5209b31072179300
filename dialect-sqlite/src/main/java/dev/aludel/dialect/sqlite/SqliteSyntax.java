package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.sql.Lexicon;
import dev.aludel.sql.Lexicon.Habit;
import dev.aludel.sql.Syntax;

/** Names and literals as SQLite reads them; it limits neither, and knows no escapes but doubled quotes. */
final class SqliteSyntax extends Syntax {

    private static final Lexicon LEXICON = Lexicon.of(Habit.BRACKET_NAMES);

    @Override
    protected String textLiteral(String text) {
        requireWritable(text);
        return "'" + text.replace("'", "''") + "'";
    }

    /** SQLite compares with TRUE and FALSE since 3.23 only where no column is called so; the numbers are never mistaken. */
    @Override
    protected String booleanLiteral(boolean truth) {
        return truth ? "1" : "0";
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    protected boolean isReserved(String lowerCaseWord) {
        return ReservedWords.contains(lowerCaseWord);
    }

    @Override
    protected int plainNameLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void requireFits(String identifier) {
        requireWritable(identifier);
    }

    private static void requireWritable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnsupportedOnDialectException(
                    "SQLite ends a statement at the character U+0000, which stands in \"%s\""
                            .formatted(text.replace("\0", "\\0")));
        }
        if (!isEncodable(text)) {
            throw new UnsupportedOnDialectException(
                    "SQLite cannot store half of a surrogate pair, which stands in \"%s\"".formatted(text));
        }
    }
}
