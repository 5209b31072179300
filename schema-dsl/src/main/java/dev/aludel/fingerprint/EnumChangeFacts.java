package dev.aludel.fingerprint;

import dev.aludel.operation.EnumChange;
import java.util.function.Function;

/** The changes within an alteration of an enum. */
final class EnumChangeFacts {

    private static final Function<EnumChange, Fact> BY_KIND = new FactsByKind<EnumChange>()
            .on(EnumChange.AddValue.class, EnumChangeFacts::addValue)
            .on(EnumChange.RenameValue.class, change -> Fact.of("rename value", change.from())
                    .with(Fact.of("to", change.to())))
            .on(EnumChange.DropValue.class, change -> Fact.of("drop value", change.value())
                    .with(change.movingTo().stream().map(target -> Fact.of("moving to", target))))
            .build();

    private EnumChangeFacts() {}

    static Fact of(EnumChange change) {
        return BY_KIND.apply(change);
    }

    private static Fact addValue(EnumChange.AddValue change) {
        return Fact.of("add value", change.value())
                .with(change.place().stream()
                        .map(place -> Fact.of(place.before() ? "before" : "after", place.neighbour())));
    }
}
