package dev.aludel.history;

import dev.aludel.dsl.Schema;
import java.util.function.Consumer;

/** How a revision is taken back. */
public sealed interface Downgrade permits Downgrade.Derived, Downgrade.Written, Downgrade.Irreversible {

    /** By the reverse of each operation, last first. */
    record Derived() implements Downgrade {}

    /** By what its author wrote. */
    record Written(Consumer<Schema> author) implements Downgrade {}

    /** Not at all. */
    record Irreversible(String reason) implements Downgrade {}

    /** The reverse of each operation, last first, from the schema model; dropped data does not come back. */
    static Downgrade derived() {
        return new Derived();
    }

    /** What {@code author} records. */
    static Downgrade by(Consumer<Schema> author) {
        return new Written(author);
    }

    /** No way back, and why. */
    static Downgrade irreversible(String reason) {
        return new Irreversible(reason);
    }
}
