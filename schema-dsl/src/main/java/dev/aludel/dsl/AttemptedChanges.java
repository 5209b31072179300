package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.operation.Attempt;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Operations that are tried, and what is done where the database refuses them. */
public final class AttemptedChanges implements Supplier<Operation> {

    private final NamingConvention naming;
    private final List<Operation> tried;
    private Optional<List<Operation>> instead = Optional.empty();
    private Optional<List<Operation>> effect = Optional.empty();
    private Reversal reversal = Reversal.unknown();

    AttemptedChanges(NamingConvention naming, Consumer<Schema> author) {
        this.naming = naming;
        this.tried = Schema.record(naming, author);
    }

    /** What is done instead, once what was tried is undone. */
    public AttemptedChanges orElse(Consumer<Schema> author) {
        instead = Optional.of(Schema.record(naming, author));
        return this;
    }

    /**
     * Does nothing instead, once what was tried is undone.
     *
     * @param reason why, for whoever reads the revision
     */
    public AttemptedChanges orElseNothing(String reason) {
        return orElse(nothing -> {});
    }

    /**
     * Declares what counts as done to the schema in both cases, where they do different things: recorded for the model, and
     * never run.
     */
    public AttemptedChanges effect(Consumer<Schema> declaration) {
        effect = Optional.of(Schema.record(naming, declaration));
        return this;
    }

    /** What undoes it, whichever was done; needed where they aren't undone alike. */
    public AttemptedChanges reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade has nothing to undo here. */
    public AttemptedChanges reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        List<Operation> otherwise = instead.orElseThrow(
                () -> new InvalidSchemaException("attempt(…) lacks its .orElse(…) or .orElseNothing(reason)"));
        return new Attempt(tried, otherwise, effect, reversal);
    }
}
