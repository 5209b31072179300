package dev.aludel.dsl;

import dev.aludel.model.DialectId;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PerDialect;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Operations that differ from dialect to dialect; a dialect that is left out, without an otherwise, is refused. */
public final class DialectBranches implements Supplier<Operation> {

    private final Map<DialectId, List<Operation>> byDialect = new TreeMap<>();
    private Optional<List<Operation>> otherwise = Optional.empty();

    private final NamingConvention naming;

    DialectBranches(NamingConvention naming) {
        this.naming = naming;
    }

    /** What is done on this dialect. */
    public DialectBranches on(DialectId dialect, Consumer<Schema> author) {
        byDialect.put(dialect, Schema.record(naming, author));
        return this;
    }

    /** What is done on both of these dialects. */
    public DialectBranches on(DialectId dialect, DialectId second, Consumer<Schema> author) {
        return on(dialect, author).on(second, author);
    }

    /**
     * Does nothing on this dialect.
     *
     * @param reason why, for whoever reads the revision
     */
    public DialectBranches nothingOn(DialectId dialect, String reason) {
        return on(dialect, nothing -> {});
    }

    /** What is done on all dialects that aren't named. */
    public DialectBranches otherwise(Consumer<Schema> author) {
        otherwise = Optional.of(Schema.record(naming, author));
        return this;
    }

    /**
     * Does nothing on all dialects that aren't named.
     *
     * @param reason why, for whoever reads the revision
     */
    public DialectBranches otherwiseNothing(String reason) {
        return otherwise(nothing -> {});
    }

    @Override
    public Operation get() {
        return new DialectBranch(new PerDialect<>(byDialect, otherwise));
    }
}
