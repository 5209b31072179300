package dev.aludel.plan;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Set;

/** What the revisions of a history do, as operations, whatever the database. */
public final class RecordedHistory {

    private final RevisionCatalog catalog;

    private RecordedHistory(RevisionCatalog catalog) {
        this.catalog = catalog;
    }

    /** What the revisions of {@code catalog} do. */
    public static RecordedHistory of(RevisionCatalog catalog) {
        return new RecordedHistory(catalog);
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
        return recorded(id).upgrade();
    }

    /**
     * What the downgrade of a revision does, in order.
     *
     * @throws PlanningException when it is declared irreversible, or can't be derived, or can't be recorded
     */
    public List<Operation> downgrade(RevisionId id) {
        return recorded(id).downgrade(schemas(id).before(id));
    }

    private SchemaFold schemas(RevisionId id) {
        return new SchemaFold(catalog, Set.of(id));
    }

    private RecordedRevision recorded(RevisionId id) {
        return new RecordedRevision(catalog.revision(id));
    }
}
