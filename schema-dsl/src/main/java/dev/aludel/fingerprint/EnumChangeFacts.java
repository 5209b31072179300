package dev.aludel.fingerprint;

import dev.aludel.operation.EnumChange;

/** The changes within an alteration of an enum. */
final class EnumChangeFacts {

    private EnumChangeFacts() {}

    static Fact of(EnumChange change) {
        if (change instanceof EnumChange.AddValue add) {
            return addValue(add);
        }
        if (change instanceof EnumChange.RenameValue rename) {
            return Fact.of("rename value", rename.from()).with(Fact.of("to", rename.to()));
        }
        if (change instanceof EnumChange.DropValue drop) {
            return Fact.of("drop value", drop.value())
                    .with(drop.movingTo().map(target -> Fact.of("moving to", target)));
        }
        throw Fact.unknown(change);
    }

    private static Fact addValue(EnumChange.AddValue change) {
        return Fact.of("add value", change.value())
                .with(change.place().stream()
                        .map(place -> Fact.of(place.before() ? "before" : "after", place.neighbour())));
    }
}
