package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said for one dialect after another. */
final class DialectChoices<T> {

    private final Map<DialectId, T> byDialect = new TreeMap<>();
    private Optional<T> otherwise = Optional.empty();

    void on(DialectId dialect, T thing) {
        byDialect.put(dialect, thing);
    }

    void otherwise(T thing) {
        otherwise = Optional.of(thing);
    }

    PerDialect<T> build() {
        return new PerDialect<>(byDialect, otherwise);
    }
}
