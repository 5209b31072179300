package dev.aludel.plan;

import dev.aludel.error.MigrationException;
import dev.aludel.history.Downgrade;
import dev.aludel.history.Revision;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A dialect that no revision names. */
    private static final DialectId ANY = DialectId.of("any other");

    public DowngradeDetails {
        operations = List.copyOf(operations);
    }

    static DowngradeDetails of(RevisionCatalog catalog, RevisionId id) {
        Revision revision = catalog.revision(id);
        Downgrade downgrade = revision.downgrade();
        if (downgrade instanceof Downgrade.Irreversible irreversible) {
            return irreversible(irreversible.reason());
        }
        if (downgrade instanceof Downgrade.Written) {
            List<Operation> written = new RecordedRevision(catalog, id).downgrade(SchemaModel.empty(), ANY);
            return new DowngradeDetails(Kind.WRITTEN, written, Optional.empty());
        }
        return derived(catalog, id);
    }

    private static DowngradeDetails derived(RevisionCatalog catalog, RevisionId id) {
        try {
            return new DowngradeDetails(Kind.DERIVED, onAllDialects(catalog, id), Optional.empty());
        } catch (MigrationException refusal) {
            Throwable reason = refusal.getCause() instanceof MigrationException cause ? cause : refusal;
            return irreversible(String.valueOf(reason.getMessage()));
        }
    }

    /** Derived for each dialect that the revisions up to this one name, and for all others. */
    private static List<Operation> onAllDialects(RevisionCatalog catalog, RevisionId id) {
        Map<DialectId, List<Operation>> byDialect = new TreeMap<>();
        named(catalog, id).forEach(dialect -> on(catalog, id, dialect).ifPresent(down -> byDialect.put(dialect, down)));
        Optional<List<Operation>> otherwise = on(catalog, id, ANY);
        boolean alike = otherwise.isPresent() && byDialect.values().stream().allMatch(otherwise.get()::equals);
        return alike ? otherwise.get() : List.of(new DialectBranch(new PerDialect<>(byDialect, otherwise)));
    }

    /** Empty for a dialect that a branch of the revisions up to this one leaves out, so that none of them gets there. */
    private static Optional<List<Operation>> on(RevisionCatalog catalog, RevisionId id, DialectId dialect) {
        boolean isLeftOut = recorded(catalog, id)
                .flatMap(revision -> revision.upgrade(dialect).stream())
                .anyMatch(DialectBranch.class::isInstance);
        return isLeftOut
                ? Optional.empty()
                : Optional.of(RecordedHistory.of(catalog, dialect).downgrade(id));
    }

    private static Stream<RecordedRevision> recorded(RevisionCatalog catalog, RevisionId id) {
        return catalog.graph().ancestors(Set.of(id)).stream().map(ancestor -> new RecordedRevision(catalog, ancestor));
    }

    private static Set<DialectId> named(RevisionCatalog catalog, RevisionId id) {
        return recorded(catalog, id)
                .flatMap(revision -> revision.upgrade().stream())
                .flatMap(DowngradeDetails::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<DialectId> named(Operation operation) {
        return operation instanceof DialectBranch branch
                ? Stream.concat(
                        branch.branches().byDialect().keySet().stream(),
                        branch.parts().flatMap(DowngradeDetails::named))
                : Stream.empty();
    }

    private static DowngradeDetails irreversible(String reason) {
        return new DowngradeDetails(Kind.IRREVERSIBLE, List.of(), Optional.of(reason));
    }
}
