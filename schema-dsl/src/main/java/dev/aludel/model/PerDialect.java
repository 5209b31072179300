package dev.aludel.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One thing said separately for each dialect.
 *
 * @param byDialect what holds on the dialects that are named, in the order of their names
 * @param otherwise what holds on all others; empty where a dialect that isn't named is an error
 */
public record PerDialect<T>(Map<DialectId, T> byDialect, Optional<T> otherwise) {

    public PerDialect {
        byDialect = byDialect.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(byDialect));
    }

    /** The same on every dialect. */
    public static <T> PerDialect<T> everywhere(T thing) {
        return new PerDialect<>(Map.of(), Optional.of(thing));
    }

    /** What was said for {@code dialect}, as said for every dialect; nothing for any where nothing was. */
    PerDialect<T> chosen(DialectId dialect) {
        return byDialect.isEmpty() ? this : new PerDialect<>(Map.of(), on(dialect));
    }

    /** What {@code change} makes of each thing. */
    public <R> PerDialect<R> map(Function<? super T, ? extends R> change) {
        Map<DialectId, R> changed = new TreeMap<>();
        byDialect.forEach((dialect, thing) -> changed.put(dialect, change.apply(thing)));
        return new PerDialect<>(changed, otherwise.map(change));
    }

    /** What was said for {@code dialect}, or else for its parent, as MySQL is MariaDB's; empty where nothing was. */
    public Optional<T> on(DialectId dialect) {
        if (byDialect.isEmpty()) {
            return otherwise;
        }
        return Optional.ofNullable(byDialect.get(dialect))
                .or(() -> dialect.parent().map(byDialect::get))
                .or(() -> otherwise);
    }
}
