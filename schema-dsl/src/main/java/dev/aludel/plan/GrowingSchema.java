package dev.aludel.plan;

import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import java.util.Optional;

/**
 * A schema that one operation after another changes, on one dialect. Behind a branch that was left out for the dialect
 * operations that make no sense are passed over: they are its consequences, and the branch itself is refused.
 */
final class GrowingSchema {

    private SchemaModel model;
    private boolean lacksBranch;

    GrowingSchema(SchemaModel model) {
        this.model = model;
    }

    SchemaModel model() {
        return model;
    }

    /** The schema with this model in place of the one that it has. */
    void know(SchemaModel better) {
        model = better;
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
            return Optional.of(model);
        } catch (InvalidSchemaException invalid) {
            if (lacksBranch) {
                return Optional.empty();
            }
            throw new PlanningException(
                    "%s. Nothing was executed".formatted(revision.problem(number, operation, invalid)), invalid);
        }
    }
}
