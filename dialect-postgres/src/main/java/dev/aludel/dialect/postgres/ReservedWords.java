package dev.aludel.dialect.postgres;

import dev.aludel.sql.WordList;
import java.util.Objects;

/**
 * The words that cannot be a name everywhere without quotes: those that {@code pg_get_keywords()} does not call
 * unreserved, of PostgreSQL 13 to 18 taken together. {@code quote_ident} quotes the same ones.
 */
final class ReservedWords {

    private static final WordList WORDS =
            WordList.read(Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt")));

    private ReservedWords() {}

    static boolean contains(String lowerCaseWord) {
        return WORDS.contains(lowerCaseWord);
    }
}
