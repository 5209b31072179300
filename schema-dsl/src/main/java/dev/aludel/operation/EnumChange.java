package dev.aludel.operation;

import dev.aludel.model.EnumType;
import dev.aludel.model.InvalidSchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of an enum's values. */
public sealed interface EnumChange permits EnumChange.AddValue, EnumChange.RenameValue, EnumChange.DropValue {

    /**
     * The enum after this change.
     *
     * @throws InvalidSchemaException when the change makes no sense in {@code before}
     */
    EnumType applyTo(EnumType before);

    /** What undoes this change of {@code before}. */
    EnumChange reverse(EnumType before);

    /** What it does, in a few words. */
    String describe();

    /**
     * Adds a value.
     *
     * @param place where among the others; empty for the end
     */
    record AddValue(String value, Optional<Place> place) implements EnumChange {

        @Override
        public EnumType applyTo(EnumType before) {
            List<String> values = new ArrayList<>(before.values());
            values.add(place.map(wanted -> wanted.in(before)).orElse(values.size()), value);
            return new EnumType(before.name(), values);
        }

        @Override
        public EnumChange reverse(EnumType before) {
            return new DropValue(value, Optional.empty());
        }

        @Override
        public String describe() {
            return "add value \"%s\"".formatted(value);
        }
    }

    /**
     * A place among an enum's values.
     *
     * @param neighbour a value that is there
     * @param before whether the place is right before it, rather than right after it
     */
    record Place(String neighbour, boolean before) {

        private int in(EnumType type) {
            return indexOf(neighbour, type) + (before ? 0 : 1);
        }
    }

    /** Gives a value another name, wherever it stands. */
    record RenameValue(String from, String to) implements EnumChange {

        @Override
        public EnumType applyTo(EnumType before) {
            List<String> values = new ArrayList<>(before.values());
            values.set(indexOf(from, before), to);
            return new EnumType(before.name(), values);
        }

        @Override
        public EnumChange reverse(EnumType before) {
            return new RenameValue(to, from);
        }

        @Override
        public String describe() {
            return "rename value \"%s\" to \"%s\"".formatted(from, to);
        }
    }

    /**
     * Drops a value.
     *
     * @param movingTo what the rows, and the defaults of columns, get that have it; empty where none may have it
     */
    record DropValue(String value, Optional<String> movingTo) implements EnumChange {

        @Override
        public EnumType applyTo(EnumType before) {
            List<String> values = new ArrayList<>(before.values());
            values.remove(indexOf(value, before));
            EnumType after = new EnumType(before.name(), values);
            movingTo.ifPresent(target -> indexOf(target, after));
            return after;
        }

        @Override
        public EnumChange reverse(EnumType before) {
            int index = indexOf(value, before);
            return new AddValue(
                    value,
                    index == 0
                            ? Optional.of(new Place(before.values().get(1), true))
                            : Optional.of(new Place(before.values().get(index - 1), false)));
        }

        @Override
        public String describe() {
            return "drop value \"%s\"%s"
                    .formatted(
                            value,
                            movingTo.map(" moving its rows to \"%s\""::formatted)
                                    .orElse(""));
        }
    }

    private static int indexOf(String value, EnumType type) {
        int index = type.values().indexOf(value);
        if (index < 0) {
            throw new InvalidSchemaException(
                    "enum \"%s\" has no value \"%s\"; its values: %s".formatted(type.name(), value, type.values()));
        }
        return index;
    }
}
