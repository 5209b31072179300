package dev.aludel.plan;

import dev.aludel.error.MigrationException;
import dev.aludel.history.Downgrade;
import dev.aludel.history.Revision;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a revision is taken back.
 *
 * @param kind where the operations come from
 * @param operations in order; none where it can't be taken back
 * @param reason why it can't be taken back; empty where it can
 */
public record DowngradeDetails(Kind kind, List<Operation> operations, Optional<String> reason) {

    /** Where the operations of a downgrade come from. */
    public enum Kind {
        /** From the upgrade, by reversing it. */
        DERIVED,
        /** From the revision's author. */
        WRITTEN,
        /** From nowhere: its author, or an operation that nobody can reverse, says that there is no way back. */
        IRREVERSIBLE
    }

    public DowngradeDetails {
        operations = List.copyOf(operations);
    }

    /** @param before the schema that the upgrade was applied to, which only a derived downgrade asks for */
    static DowngradeDetails of(Revision revision, Supplier<SchemaModel> before) {
        RecordedRevision recorded = new RecordedRevision(revision);
        Downgrade downgrade = revision.downgrade();
        if (downgrade instanceof Downgrade.Irreversible irreversible) {
            return irreversible(irreversible.reason());
        }
        if (downgrade instanceof Downgrade.Written) {
            return new DowngradeDetails(Kind.WRITTEN, recorded.downgrade(SchemaModel.empty()), Optional.empty());
        }
        return derived(recorded, before.get());
    }

    private static DowngradeDetails derived(RecordedRevision recorded, SchemaModel before) {
        try {
            return new DowngradeDetails(Kind.DERIVED, recorded.downgrade(before), Optional.empty());
        } catch (MigrationException refusal) {
            Throwable reason = refusal.getCause() instanceof MigrationException cause ? cause : refusal;
            return irreversible(String.valueOf(reason.getMessage()));
        }
    }

    private static DowngradeDetails irreversible(String reason) {
        return new DowngradeDetails(Kind.IRREVERSIBLE, List.of(), Optional.of(reason));
    }
}
