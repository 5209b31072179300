package dev.aludel.dsl;

import dev.aludel.model.ForeignKey;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A foreign key that comes into being: nothing happens on delete or update unless it says otherwise. */
public final class Reference implements Supplier<ForeignKey> {

    private final String table;
    private final NamingConvention naming;
    private final List<String> columns;
    private Optional<String> name = Optional.empty();
    private Optional<String> referencedTable = Optional.empty();
    private List<String> referencedColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

    Reference(String table, List<String> columns, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
        this.columns = columns;
    }

    /** The columns referred to, in the order of the referring ones. */
    public Reference references(String otherTable, String... otherColumns) {
        referencedTable = Optional.of(otherTable);
        referencedColumns = List.of(otherColumns);
        return this;
    }

    /** What happens when the row referred to is deleted. */
    public Reference onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    /** What happens when the key referred to changes. */
    public Reference onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** Gives the constraint a name of its own, in place of the one that is made from table and columns. */
    public Reference named(String constraint) {
        name = Optional.of(constraint);
        return this;
    }

    @Override
    public ForeignKey get() {
        String target = referencedTable.orElseThrow(() -> new InvalidSchemaException(
                "the foreign key of table \"%s\" over %s lacks its .references(table, columns…)"
                        .formatted(table, columns)));
        String constraint = name.orElseGet(() -> naming.foreignKey(table, columns, target));
        return new ForeignKey(constraint, columns, target, referencedColumns, onDelete, onUpdate);
    }
}
