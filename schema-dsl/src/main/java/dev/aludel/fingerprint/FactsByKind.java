package dev.aludel.fingerprint;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How each kind of a sealed interface is written.
 *
 * @param <T> the interface
 */
final class FactsByKind<T> {

    private final Map<Class<?>, Function<T, Fact>> writers = new HashMap<>();

    /** Adds a kind. */
    <K extends T> FactsByKind<T> on(Class<K> kind, Function<K, Fact> writer) {
        writers.put(kind, thing -> writer.apply(kind.cast(thing)));
        return this;
    }

    /** The table that is complete now. */
    Function<T, Fact> build() {
        Map<Class<?>, Function<T, Fact>> byKind = Map.copyOf(writers);
        return thing -> {
            Function<T, Fact> writer = byKind.get(thing.getClass());
            if (writer == null) {
                throw new IllegalStateException("no canonical text is known for " + thing.getClass());
            }
            return writer.apply(thing);
        };
    }
}
