package dev.aludel.plan;

import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import dev.aludel.history.Downgrade;
import dev.aludel.history.Revision;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.IrreversibleOperationException;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The operations of a revision, and the words that name it in errors. */
final class RecordedRevision {

    private final Revision revision;
    private final NamingConvention naming;

    RecordedRevision(RevisionCatalog catalog, RevisionId id) {
        this.revision = catalog.revision(id);
        this.naming = catalog.naming();
    }

    /** What the upgrade does, in order, as it was written for all dialects. */
    List<Operation> upgrade() {
        return record(revision::upgrade, "upgrade");
    }

    /** What the upgrade does on one dialect, in order. */
    List<Operation> upgrade(DialectId dialect) {
        return DialectBranch.resolve(upgrade(), dialect);
    }

    /**
     * What the downgrade does, in order; as it was written for all dialects, or derived for {@code dialect}.
     *
     * @param before the schema that the upgrade was applied to
     */
    List<Operation> downgrade(SchemaModel before, DialectId dialect) {
        Downgrade downgrade = revision.downgrade();
        if (downgrade instanceof Downgrade.Written written) {
            return record(written.author(), "downgrade");
        }
        if (downgrade instanceof Downgrade.Irreversible irreversible) {
            throw new PlanningException(
                    "%s cannot be downgraded: %s. Nothing was executed; to go below it, restore a backup or give the revision a downgrade"
                            .formatted(this, irreversible.reason()));
        }
        return derived(before, dialect);
    }

    /** The failure of one operation, in the words of {@code cause}. */
    String problem(int number, Operation operation, MigrationException cause) {
        return "%s, operation %d, %s: %s".formatted(this, number, operation.describe(), cause.getMessage());
    }

    @Override
    public String toString() {
        return "revision \"%s\" (%s)"
                .formatted(revision.header().id(), revision.getClass().getName());
    }

    private List<Operation> derived(SchemaModel before, DialectId dialect) {
        List<List<Operation>> undone = new ArrayList<>();
        SchemaModel current = before;
        int number = 0;
        for (Operation operation : upgrade(dialect)) {
            number++;
            try {
                undone.add(operation.reverse(current));
                current = operation.applyTo(current);
            } catch (IrreversibleOperationException | InvalidSchemaException failure) {
                throw new PlanningException(
                        "%s. Nothing was executed".formatted(problem(number, operation, failure)), failure);
            }
        }
        Collections.reverse(undone);
        return undone.stream().flatMap(List::stream).toList();
    }

    private List<Operation> record(Consumer<Schema> author, String method) {
        try {
            return Schema.record(naming, author);
        } catch (RuntimeException failure) {
            throw new PlanningException(
                    "%s failed while its %s was recorded: %s. Nothing was executed"
                            .formatted(this, method, failure.getMessage()),
                    failure);
        }
    }
}
