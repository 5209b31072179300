package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.operation.EnumChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The changes of an enum within {@code alterEnum}, in order; each sees the values as the ones before it left them. */
public final class EnumAlteration {

    private final String name;
    private final List<Supplier<EnumChange>> changes = new ArrayList<>();

    EnumAlteration(String name) {
        this.name = name;
    }

    /** Adds a value, at the end unless it says otherwise. */
    public AddedValue addValue(String value) {
        AddedValue added = new AddedValue(value);
        changes.add(added::build);
        return added;
    }

    /** Gives a value another name, in all rows and defaults that have it. */
    public void renameValue(String from, String to) {
        changes.add(() -> new EnumChange.RenameValue(from, to));
    }

    /** Drops a value, which no row may have then; {@code movingTo} gives the rows that have it another one. */
    public DroppedValue dropValue(String value) {
        DroppedValue dropped = new DroppedValue(value);
        changes.add(dropped::build);
        return dropped;
    }

    List<EnumChange> build() {
        if (changes.isEmpty()) {
            throw new InvalidSchemaException("alterEnum(\"%s\", …) changes nothing".formatted(name));
        }
        return changes.stream().map(Supplier::get).toList();
    }

    /** A value that comes into being. */
    public static final class AddedValue {

        private final String value;
        private Optional<EnumChange.Place> place = Optional.empty();

        private AddedValue(String value) {
            this.value = value;
        }

        /** Puts it right behind a value that is there. */
        public void after(String neighbour) {
            place = Optional.of(new EnumChange.Place(neighbour, false));
        }

        /** Puts it right before a value that is there. */
        public void before(String neighbour) {
            place = Optional.of(new EnumChange.Place(neighbour, true));
        }

        private EnumChange build() {
            return new EnumChange.AddValue(value, place);
        }
    }

    /** A value that goes. */
    public static final class DroppedValue {

        private final String value;
        private Optional<String> target = Optional.empty();

        private DroppedValue(String value) {
            this.value = value;
        }

        /** What rows get that have the value, and columns whose default it is. */
        public void movingTo(String other) {
            target = Optional.of(other);
        }

        private EnumChange build() {
            return new EnumChange.DropValue(value, target);
        }
    }
}
