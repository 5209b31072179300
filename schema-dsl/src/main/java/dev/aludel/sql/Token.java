package dev.aludel.sql;

import java.util.Locale;

/** A piece of raw SQL that belongs together. */
record Token(Kind kind, String text) {

    /** What a piece can be. */
    enum Kind {
        WORD,
        QUOTED,
        COMMENT,
        BLANK,
        SYMBOL
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether the server reads it: comments of MySQL's that begin with an exclamation mark it does. */
    boolean isRead() {
        return kind == Kind.COMMENT ? text.startsWith("/*!") || text.startsWith("/*M!") : kind != Kind.BLANK;
    }

    /** The word in capital letters; a symbol as it is, and nothing for what is quoted. */
    String spelled() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : kind == Kind.SYMBOL ? text : "";
    }
}
