package dev.aludel.dialect.mysql;

import dev.aludel.sql.WordList;
import java.util.Objects;

/**
 * The words that cannot be a name everywhere without quotes: those that {@code information_schema.keywords} of MySQL 8.0 to
 * 9.7 calls reserved, and those that MariaDB refuses as a table's or a column's name, taken together.
 */
final class ReservedWords {

    private static final WordList WORDS =
            WordList.read(Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt")));

    private ReservedWords() {}

    static boolean contains(String lowerCaseWord) {
        return WORDS.contains(lowerCaseWord);
    }
}
