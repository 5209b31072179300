package dev.aludel.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that a dialect keeps in a file: those that it reserves, for one. */
public final class WordList {

    private final Set<String> lowerCaseWords;

    private WordList(Set<String> lowerCaseWords) {
        this.lowerCaseWords = lowerCaseWords;
    }

    /**
     * The words of a file, which is closed then.
     *
     * @param file UTF-8, a word in lower case each line
     */
    public static WordList read(InputStream file) {
        try (file) {
            return new WordList(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the word, in lower case, is among them. */
    public boolean contains(String lowerCaseWord) {
        return lowerCaseWords.contains(lowerCaseWord);
    }
}
