package dev.aludel.dialect.sqlite;

import dev.aludel.sql.WordList;
import java.util.Objects;

/**
 * The words that cannot be a name everywhere without quotes. Of the keywords in lang_keywords.html SQLite takes about a
 * half for names too; the others, and those that mean a value, are tried out on SQLite 3.35, 3.40 and 3.53.
 */
final class ReservedWords {

    private static final WordList WORDS =
            WordList.read(Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt")));

    private ReservedWords() {}

    static boolean contains(String lowerCaseWord) {
        return WORDS.contains(lowerCaseWord);
    }
}
