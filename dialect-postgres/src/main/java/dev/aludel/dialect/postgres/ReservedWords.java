package dev.aludel.dialect.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that cannot be a name everywhere without quotes: those that {@code pg_get_keywords()} does not call
 * unreserved, of PostgreSQL 13 to 18 taken together. {@code quote_ident} quotes the same ones.
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
