package dev.aludel.dialect.sqlite;

/**
 * One word, name, literal or sign of an SQL text; blanks and comments lie between tokens.
 *
 * @param text as it stands in the SQL, with its quotes
 * @param start its offset in the SQL
 */
record SqlToken(Kind kind, String text, int start) {

    /** What a token is. */
    enum Kind {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in double quotes, backticks or brackets. */
        QUOTED_NAME,
        /** Text in single quotes, or a blob; SQLite takes the former for a name where only a name can stand. */
        STRING,
        NUMBER,
        SIGN
    }

    int end() {
        return start + text.length();
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /** Whether it names {@code name}, quoted or not; SQLite compares names without regard to case. */
    boolean names(String name) {
        return (kind == Kind.WORD || kind == Kind.QUOTED_NAME) && name().equalsIgnoreCase(name);
    }

    /** The name that it stands for: without quotes. */
    String name() {
        if (kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.SIGN) {
            return text;
        }
        String inside = text.substring(1, text.length() - 1);
        String quote = text.substring(text.length() - 1);
        return quote.equals("]") ? inside : inside.replace(quote + quote, quote);
    }
}
