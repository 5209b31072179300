package dev.aludel.dialect.postgres;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.sql.IdentifierTooLongException;
import dev.aludel.sql.Lexicon;
import dev.aludel.sql.Lexicon.Habit;
import dev.aludel.sql.Syntax;
import java.nio.charset.StandardCharsets;

/** Names and literals as PostgreSQL reads them, however the session is set. */
final class PostgresSyntax extends Syntax {

    private static final Lexicon LEXICON = Lexicon.of(Habit.ESCAPE_STRINGS, Habit.DOLLAR_QUOTES, Habit.NESTED_COMMENTS);

    /** NAMEDATALEN - 1: what is longer the server cuts, with no more than a notice. */
    private static final int NAME_LIMIT_IN_BYTES = 63;

    @Override
    protected String textLiteral(String text) {
        requireStorable(text);
        String quoted = "'" + text.replace("'", "''") + "'";
        // In the E form a backslash means the same whatever standard_conforming_strings says.
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
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
        return NAME_LIMIT_IN_BYTES;
    }

    @Override
    protected void requireFits(String identifier) {
        requireStorable(identifier);
        if (identifier.getBytes(StandardCharsets.UTF_8).length > NAME_LIMIT_IN_BYTES) {
            throw new IdentifierTooLongException(identifier, "PostgreSQL", NAME_LIMIT_IN_BYTES + " bytes in UTF-8");
        }
    }

    private static void requireStorable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnsupportedOnDialectException(
                    "PostgreSQL cannot store the character U+0000, which stands in \"%s\""
                            .formatted(text.replace("\0", "\\0")));
        }
        if (!isEncodable(text)) {
            throw new UnsupportedOnDialectException(
                    "PostgreSQL cannot store half of a surrogate pair, which stands in \"%s\"".formatted(text));
        }
    }
}
