package dev.aludel.dialect.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that cannot be a name everywhere without quotes: those that {@code information_schema.keywords} of MySQL 8.0 to
 * 9.7 calls reserved, and those that MariaDB refuses as a table's or a column's name, taken together.
 */
final class ReservedWords {

    private static final String RESOURCE = "reserved-words.txt";

    private static final Set<String> WORDS = read();

    private ReservedWords() {}

    static boolean contains(String upperCaseWord) {
        return WORDS.contains(upperCaseWord.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (InputStream words = Objects.requireNonNull(ReservedWords.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
