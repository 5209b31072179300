package dev.aludel.sql;

import java.util.Optional;

/**
 * What a statement comes to in the schema, and how somebody can tell who doesn't know what became of it.
 *
 * @param skippedWhen a state of the schema in which the statement has nothing to do, and would fail; looked at just before
 *     it runs. Empty where the statement itself copes
 * @param leadsTo what is true of the schema once the statement took effect, and wasn't before; empty where no look at the
 *     schema can tell
 * @param repeatable whether running it once more, after it took effect, changes nothing: whoever doesn't know whether it
 *     did may then run it again
 * @param leftover what the statement leaves behind when it fails halfway, and would trip over when it runs again
 */
public record Effect(
        Optional<Probe> skippedWhen, Optional<Probe> leadsTo, boolean repeatable, Optional<Leftover> leftover) {

    /** Nothing is known of it. */
    static final Effect UNKNOWN = new Effect(Optional.empty(), Optional.empty(), false, Optional.empty());

    Effect skippedWhen(Probe probe) {
        return new Effect(Optional.of(probe), leadsTo, repeatable, leftover);
    }

    Effect leadsTo(Probe probe) {
        return new Effect(skippedWhen, Optional.of(probe), repeatable, leftover);
    }

    Effect asRepeatable() {
        return new Effect(skippedWhen, leadsTo, true, leftover);
    }

    Effect leaving(Leftover behind) {
        return new Effect(skippedWhen, leadsTo, repeatable, Optional.of(behind));
    }
}
