package dev.aludel.dsl;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.Value;
import dev.aludel.operation.InsertRows;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An insert of rows. */
public final class RowInsert implements Supplier<Operation> {

    private final NamingConvention naming;
    private final String table;
    private final List<Map<String, Value>> rows = new ArrayList<>();
    private boolean ignoresConflicts;
    private List<String> unlessSame = List.of();
    private Reversal reversal = Reversal.unknown();

    RowInsert(NamingConvention naming, String table) {
        this.naming = naming;
        this.table = table;
    }

    /** Adds a row: {@code row(r -> r.set("id", 1).set("name", "Ada"))}. */
    public RowInsert row(Consumer<RowValues> values) {
        rows.add(RowValues.of(table, values));
        return this;
    }

    /** Leaves out a row that breaks a primary key or a unique constraint. */
    public RowInsert onConflictDoNothing() {
        ignoresConflicts = true;
        return this;
    }

    /** Leaves out a row where one with the same values in these columns is there. */
    public RowInsert unlessSame(String... columns) {
        unlessSame = List.of(columns);
        return this;
    }

    /** What undoes it, in place of deleting the rows by their primary keys. */
    public RowInsert reversedBy(Consumer<Schema> undoing) {
        reversal = Reversal.by(Schema.record(naming, undoing));
        return this;
    }

    /** Says that a downgrade leaves the rows where they are. */
    public RowInsert reversedByNothing() {
        reversal = Reversal.by(List.of());
        return this;
    }

    @Override
    public Operation get() {
        if (rows.isEmpty()) {
            throw new InvalidSchemaException(
                    "insertInto(\"%s\") lacks its .row(r -> r.set(column, value))".formatted(table));
        }
        for (Map<String, Value> row : rows) {
            if (!row.keySet().containsAll(unlessSame)) {
                throw new InvalidSchemaException(
                        "insertInto(\"%s\") is to leave out rows of the same %s, and a row doesn't set all of these columns"
                                .formatted(table, unlessSame));
            }
        }
        return new InsertRows(table, rows, ignoresConflicts, unlessSame, reversal);
    }
}
