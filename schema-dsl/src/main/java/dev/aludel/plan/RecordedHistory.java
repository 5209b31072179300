package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Set;

/** What the revisions of a history do on one dialect, as operations. */
public final class RecordedHistory {

    private final RevisionCatalog catalog;

    private final DialectId dialect;

    private RecordedHistory(RevisionCatalog catalog, DialectId dialect) {
        this.catalog = catalog;
        this.dialect = dialect;
    }

    /** What the revisions of {@code catalog} do on {@code dialect}. */
    public static RecordedHistory of(RevisionCatalog catalog, DialectId dialect) {
        return new RecordedHistory(catalog, dialect);
    }

    /**
     * What the upgrade of a revision does, in order.
     *
     * @throws PlanningException when it can't be recorded, or makes no sense on the schema that it finds; so too for what
     *     must be applied before it
     */
    public List<Operation> upgrade(RevisionId id) {
        // Folding finds an operation that makes no sense.
        schemas(id);
        return recorded(id).upgrade(dialect);
    }

    /** Whether the upgrade of a revision does nothing, whatever the dialect. */
    public boolean isEmpty(RevisionId id) {
        return recorded(id).upgrade().isEmpty();
    }

    /**
     * What the downgrade of a revision does, in order.
     *
     * @throws PlanningException when it is declared irreversible, or can't be derived, or can't be recorded
     */
    public List<Operation> downgrade(RevisionId id) {
        return DialectBranch.resolve(recorded(id).downgrade(schemas(id).before(id), dialect), dialect);
    }

    private SchemaFold schemas(RevisionId id) {
        return new SchemaFold(catalog, Set.of(id), dialect);
    }

    private RecordedRevision recorded(RevisionId id) {
        return new RecordedRevision(catalog, id);
    }
}
