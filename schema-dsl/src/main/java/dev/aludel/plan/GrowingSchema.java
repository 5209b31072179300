package dev.aludel.plan;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Attempt;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A schema that one operation after another changes, on one dialect. Behind a branch that was left out for the dialect
 * operations that make no sense are passed over: they are its consequences, and the branch itself is refused.
 */
final class GrowingSchema {

    private SchemaModel model;
    private final Set<String> gone = new HashSet<>();
    private boolean lacksBranch;

    GrowingSchema(SchemaModel model) {
        this.model = model;
    }

    /** What another branch of the same operation changes. */
    GrowingSchema copy() {
        GrowingSchema copy = new GrowingSchema(model);
        copy.gone.addAll(gone);
        copy.lacksBranch = lacksBranch;
        return copy;
    }

    SchemaModel model() {
        return model;
    }

    /** Takes a table that no revision created from the database, unless it was there and has gone since. */
    void knowTable(String table, LiveTables live) {
        if (model.find(table).isEmpty() && !gone.contains(table)) {
            live.find(table).ifPresent(found -> model = model.withTable(found));
        }
    }

    /**
     * The schema after {@code operation}, the revision's operation of this number; empty where it was passed over.
     *
     * @throws PlanningException when the operation makes no sense
     */
    Optional<SchemaModel> apply(RecordedRevision revision, int number, Operation operation) {
        lacksBranch |= operation instanceof DialectBranch;
        try {
            model = operation.applyTo(model);
            follow(operation);
            return Optional.of(model);
        } catch (InvalidSchemaException invalid) {
            if (lacksBranch) {
                return Optional.empty();
            }
            throw new PlanningException(
                    "%s. Nothing was executed".formatted(revision.problem(number, operation, invalid)), invalid);
        }
    }

    private void follow(Operation operation) {
        if (operation instanceof DropTable drop) {
            gone.add(drop.table());
        } else if (operation instanceof RenameTable rename) {
            gone.add(rename.from());
        } else if (operation instanceof Attempt attempt) {
            attempt.parts().forEach(this::follow);
        }
    }
}
