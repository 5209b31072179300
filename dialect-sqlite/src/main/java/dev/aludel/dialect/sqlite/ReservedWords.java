package dev.aludel.dialect.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that cannot be a name everywhere without quotes. Of the keywords in lang_keywords.html SQLite takes about a
 * half for names too; the others, and those that mean a value, are tried out on SQLite 3.35, 3.40 and 3.53.
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
