package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The schema that a set of applied revisions makes, without any database: each revision's operations, base first.
 *
 * <p>A table that no revision created, and that some revision changed all the same, stays unknown.
 */
final class SchemaFold {

    private final RevisionCatalog catalog;

    SchemaFold(RevisionCatalog catalog) {
        this.catalog = catalog;
    }

    /** The schema of a database that stands at {@code rows}. */
    SchemaModel at(Set<RevisionId> rows) {
        return fold(catalog.graph().ancestors(rows));
    }

    /** The schema that {@code revision} finds when it is applied right after what it builds on. */
    SchemaModel before(RevisionId revision) {
        Set<RevisionId> applied = new HashSet<>(catalog.graph().ancestors(Set.of(revision)));
        applied.remove(revision);
        return fold(applied);
    }

    private SchemaModel fold(Set<RevisionId> applied) {
        SchemaModel model = SchemaModel.empty();
        for (RevisionId id : catalog.graph().topologicalOrder()) {
            if (applied.contains(id)) {
                model = apply(new RecordedRevision(catalog.revision(id)), model);
            }
        }
        return model;
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
