package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;

/** One change within an {@link AlterTable}. */
public sealed interface TableChange
        permits AddColumn, DropColumn, AlterColumn, AddConstraint, DropConstraint, CommentTable {

    /** The schema after this change of {@code table}. */
    SchemaModel applyTo(String table, SchemaModel before);

    /** What undoes this change, made to the table as it was {@code before}. */
    TableChange reverse(Table before);

    /** What it does, in a few words: {@code add column "status"}. */
    String describe();

    /** What this change is on one dialect. */
    default TableChange on(DialectId dialect) {
        return this;
    }

    /** Whether it throws away values that its reverse does not bring back. */
    default boolean losesData() {
        return false;
    }
}
