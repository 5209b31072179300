package dev.aludel.history;

import dev.aludel.model.NamingConvention;
import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A history's revisions by their ids, and the graph of their headers. */
public final class RevisionCatalog {

    private final RevisionGraph graph;
    private final Map<RevisionId, Revision> revisions;
    private final NamingConvention naming;

    private RevisionCatalog(RevisionGraph graph, Map<RevisionId, Revision> revisions, NamingConvention naming) {
        this.naming = naming;
        this.graph = graph;
        this.revisions = revisions;
    }

    /**
     * Reads every header of {@code history}, and nothing more of its revisions.
     *
     * @throws dev.aludel.error.MigrationException when the headers contradict each other; it names every fault
     */
    public static RevisionCatalog of(History history) {
        List<DeclaredRevision> declared = new ArrayList<>();
        Map<RevisionId, Revision> revisions = new HashMap<>();
        for (Revision revision : history.revisions()) {
            declared.add(
                    new DeclaredRevision(revision.header(), revision.getClass().getName()));
            revisions.put(revision.header().id(), revision);
        }
        return new RevisionCatalog(RevisionGraph.of(declared), revisions, history.naming());
    }

    /** How the revisions hang together. */
    public RevisionGraph graph() {
        return graph;
    }

    /** How constraints and indexes are named whose author gave no name. */
    public NamingConvention naming() {
        return naming;
    }

    /** The revision of this id, which the graph contains. */
    public Revision revision(RevisionId id) {
        Revision revision = revisions.get(id);
        if (revision == null) {
            throw new HistoryException("revision \"%s\" is not in the history".formatted(id));
        }
        return revision;
    }
}
