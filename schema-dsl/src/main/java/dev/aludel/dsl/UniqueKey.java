package dev.aludel.dsl;

import dev.aludel.model.NamingConvention;
import dev.aludel.model.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A unique constraint that comes into being. */
public final class UniqueKey implements Supplier<UniqueConstraint> {

    private final String table;
    private final NamingConvention naming;
    private final List<String> columns;
    private Optional<String> name = Optional.empty();

    UniqueKey(String table, List<String> columns, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
        this.columns = columns;
    }

    /** Gives the constraint a name of its own, in place of the one that is made from table and columns. */
    public UniqueKey named(String constraint) {
        name = Optional.of(constraint);
        return this;
    }

    @Override
    public UniqueConstraint get() {
        return new UniqueConstraint(name.orElseGet(() -> naming.unique(table, columns)), columns);
    }
}
