package dev.aludel.examples.agentsystem;

import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.model.Value.currentTimestamp;

import dev.aludel.dsl.NewTable;
import dev.aludel.model.ColumnType;

/** Columns that are alike in many tables. */
final class CommonColumns {

    private CommonColumns() {}

    /** A key that the database numbers. */
    static void id(NewTable t) {
        t.column("id", integer()).serial().primaryKey();
    }

    /** When the row was written. */
    static void createdAt(NewTable t) {
        t.column("created_at", timestampWithZone()).defaultTo(currentTimestamp());
    }

    /** An amount in US dollars: exact, since sums of money must be. */
    static ColumnType money() {
        return decimal(18, 8);
    }
}
