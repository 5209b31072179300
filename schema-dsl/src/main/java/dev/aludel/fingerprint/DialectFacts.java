package dev.aludel.fingerprint;

import dev.aludel.model.PerDialect;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is said separately for each dialect: in the order of the dialects' names, the others last. */
final class DialectFacts {

    private DialectFacts() {}

    static <T> Stream<Fact> of(PerDialect<T> things, Function<T, Stream<Fact>> parts) {
        if (things.byDialect().isEmpty() && things.otherwise().isEmpty()) {
            return Stream.empty();
        }
        Stream<Fact> named = things.byDialect().entrySet().stream()
                .map(entry -> Fact.of("on", entry.getKey().name()).with(parts.apply(entry.getValue())));
        Stream<Fact> others =
                things.otherwise().stream().map(thing -> Fact.of("otherwise").with(parts.apply(thing)));
        return Stream.concat(named, others);
    }
}
