package dev.aludel.plan;

import dev.aludel.fingerprint.OperationsHash;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.log.LogEntry;
import dev.aludel.log.Outcome;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the applied revisions against what the log says was applied. */
public final class Verification {

    private final RevisionCatalog catalog;

    /** Of the revisions of {@code catalog}. */
    public Verification(RevisionCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What became of each applied revision, base first.
     *
     * @param rows where the database stands
     * @param log oldest first
     */
    public List<VerifiedRevision> of(Set<RevisionId> rows, List<LogEntry> log) {
        Map<RevisionId, String> recorded = recorded(log);
        Set<RevisionId> applied = catalog.graph().ancestors(rows);
        return catalog.graph().topologicalOrder().stream()
                .filter(applied::contains)
                .map(id -> new VerifiedRevision(id, Optional.ofNullable(recorded.get(id)), current(id)))
                .toList();
    }

    private String current(RevisionId id) {
        return OperationsHash.of(new RecordedRevision(catalog, id).upgrade()).toString();
    }

    /** The hash of the last upgrade; a stamp tells nothing of what was applied. */
    private static Map<RevisionId, String> recorded(List<LogEntry> log) {
        Map<RevisionId, String> recorded = new HashMap<>();
        for (LogEntry entry : log) {
            if (entry.outcome() == Outcome.DONE && entry.direction() == Direction.UPGRADE) {
                entry.operationsHash().ifPresent(hash -> recorded.put(entry.revision(), hash));
            }
        }
        return recorded;
    }
}
