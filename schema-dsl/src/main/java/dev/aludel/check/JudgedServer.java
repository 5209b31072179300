package dev.aludel.check;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.fingerprint.OperationsHash;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.DialectId;
import dev.aludel.plan.PlanningException;
import dev.aludel.plan.RecordedHistory;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server that a history is judged for. */
record JudgedServer(Dialect dialect, ServerVersion version) {

    /**
     * The servers of a dialect: the usual one, and further ones for which some revision does something else than there, as
     * MariaDB where a branch names it. A history that never speaks of them isn't held to them.
     */
    static List<JudgedServer> of(Dialect dialect, RevisionCatalog catalog) {
        JudgedServer usual = new JudgedServer(dialect, dialect.offlineVersion());
        Stream<JudgedServer> others = dialect.offlineVersions().stream()
                .map(version -> new JudgedServer(dialect, version))
                .filter(other -> !other.id().equals(usual.id()))
                .filter(other -> catalog.graph().topologicalOrder().stream()
                        .anyMatch(revision -> differs(
                                RecordedHistory.of(catalog, usual.id()),
                                RecordedHistory.of(catalog, other.id()),
                                revision)));
        return Stream.concat(Stream.of(usual), others).toList();
    }

    /** The name by which revisions speak of it. */
    DialectId id() {
        return dialect.id(version);
    }

    /** The name that a person knows it by. */
    String displayName() {
        return id().equals(dialect.id()) ? dialect.displayName() : version.product();
    }

    /** What makes no sense on the usual server is found there. */
    private static boolean differs(RecordedHistory usual, RecordedHistory other, RevisionId revision) {
        Optional<OperationsHash> known = hash(usual, revision);
        return known.isPresent() && !known.equals(hash(other, revision));
    }

    private static Optional<OperationsHash> hash(RecordedHistory history, RevisionId revision) {
        try {
            return Optional.of(OperationsHash.of(history.upgrade(revision)));
        } catch (PlanningException unsound) {
            return Optional.empty();
        }
    }
}
