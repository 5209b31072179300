package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
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
 * The schema that a set of applied revisions makes, without any database: each revision's operations on one dialect,
 * base first.
 *
 * <p>A table that no revision created, and that some revision changed all the same, stays unknown.
 */
final class SchemaFold {

    private final Map<RevisionId, SchemaModel> before = new HashMap<>();
    private final SchemaModel after;

    /** Folds what is applied in a database of {@code dialect} that stands at {@code rows}. */
    SchemaFold(RevisionCatalog catalog, Set<RevisionId> rows, DialectId dialect) {
        GrowingSchema schema = new GrowingSchema(SchemaModel.empty());
        for (RevisionId id : catalog.graph().ancestors(rows)) {
            before.put(id, schema.model());
            apply(new RecordedRevision(catalog, id), dialect, schema);
        }
        this.after = schema.model();
    }

    /** The schema of the database. */
    SchemaModel after() {
        return after;
    }

    /** The schema that an applied revision found, made by those that are applied and come before it in the one order. */
    SchemaModel before(RevisionId applied) {
        return Objects.requireNonNull(before.get(applied), () -> applied + " is not applied");
    }

    private static void apply(RecordedRevision revision, DialectId dialect, GrowingSchema schema) {
        List<Operation> operations = revision.upgrade(dialect);
        for (int index = 0; index < operations.size(); index++) {
            Operation operation = operations.get(index);
            if (operation.changedTable().filter(unknownIn(schema.model())).isEmpty()) {
                schema.apply(revision, index + 1, operation);
            }
        }
    }

    private static Predicate<String> unknownIn(SchemaModel model) {
        return table -> model.find(table).isEmpty();
    }
}
