package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** One change that a revision asks for. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                AlterTable,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateEnum,
                AlterEnum,
                DropEnum,
                CreateObject,
                DropObject,
                RefreshView,
                RenameViewColumn,
                RenameViewIndex,
                AnalyzeTable,
                ExecuteSql,
                UpdateRows,
                InsertRows,
                InsertSelect,
                DeleteRows,
                RunCode,
                ExpectResult,
                GuardedOperations,
                Attempt,
                DialectBranch {

    /**
     * The schema after this operation.
     *
     * @throws InvalidSchemaException when the operation makes no sense in {@code before}
     */
    SchemaModel applyTo(SchemaModel before);

    /**
     * What undoes this operation, in the order to run it; empty where nothing is to be undone. What it brings back it
     * brings back in its full shape, without the data that it held.
     *
     * @param before the schema that this operation was applied to
     * @throws IrreversibleOperationException when the model doesn't know how to undo it, and the author didn't say
     */
    List<Operation> reverse(SchemaModel before);

    /** What the operation does, in a few words that name its objects: {@code create table "sessions"}. */
    String describe();

    /** The table that it changes, which must exist before it; empty where it needs none. */
    default Optional<String> changedTable() {
        return Optional.empty();
    }

    /** Whether running it throws away rows or values that its reverse does not bring back. */
    default boolean losesData() {
        return false;
    }

    /** What this operation is on one dialect, in order: itself, unless it says otherwise there. */
    default List<Operation> on(DialectId dialect) {
        return List.of(this);
    }

    /** Calls the method of {@code visitor} that is made for this operation. */
    <R> R accept(OperationVisitor<R> visitor);
}
