package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The schema that a set of applied revisions makes, without any database: each revision's operations, base first.
 *
 * <p>A table that no revision created, and that some revision changed all the same, stays unknown.
 */
final class SchemaFold {

    private final Map<RevisionId, SchemaModel> before = new HashMap<>();
    private final SchemaModel after;

    /** Folds what is applied in a database that stands at {@code rows}. */
    SchemaFold(RevisionCatalog catalog, Set<RevisionId> rows) {
        SchemaModel model = SchemaModel.empty();
        for (RevisionId id : catalog.graph().ancestors(rows)) {
            before.put(id, model);
            model = apply(new RecordedRevision(catalog.revision(id)), model);
        }
        this.after = model;
    }

    /** The schema of the database. */
    SchemaModel after() {
        return after;
    }

    /** The schema that an applied revision found, made by those that are applied and come before it in the one order. */
    SchemaModel before(RevisionId applied) {
        return Objects.requireNonNull(before.get(applied), () -> applied + " is not applied");
    }

    private static SchemaModel apply(RecordedRevision revision, SchemaModel before) {
        SchemaModel model = before;
        List<Operation> operations = revision.upgrade();
        for (int index = 0; index < operations.size(); index++) {
            Operation operation = operations.get(index);
            if (operation.changedTable().filter(unknownIn(model)).isEmpty()) {
                model = apply(revision, index + 1, operation, model);
            }
        }
        return model;
    }

    private static Predicate<String> unknownIn(SchemaModel model) {
        return table -> model.find(table).isEmpty();
    }

    private static SchemaModel apply(RecordedRevision revision, int number, Operation operation, SchemaModel before) {
        try {
            return operation.applyTo(before);
        } catch (InvalidSchemaException invalid) {
            throw new PlanningException(
                    "%s. Nothing was executed".formatted(revision.problem(number, operation, invalid)), invalid);
        }
    }
}
