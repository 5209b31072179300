package dev.aludel.dialect.postgres;

import dev.aludel.dialect.ShownQuery;
import org.jspecify.annotations.Nullable;

/** What is known of somebody who holds a lock, part by part; what the server keeps hidden is left out. */
final class HolderWords {

    private final StringBuilder words = new StringBuilder();

    /** Adds {@code value} in the words of {@code template}, unless it is hidden or empty. */
    void add(String template, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            words.append(template.formatted(value));
        }
    }

    /** Adds a query as a message may show it. */
    void addQuery(String template, @Nullable String query) {
        add(template, query == null ? null : ShownQuery.of(query));
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
