package dev.aludel.history;

import dev.aludel.model.NamingConvention;
import dev.aludel.revision.AllApplied;
import dev.aludel.revision.DeclaredRevision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A history's revisions by their ids, and the graph of their headers. Immutable and thread-safe. */
public final class RevisionCatalog {

    private final List<Revision> revisions;
    private final List<Header> headers;
    private final NamingConvention naming;
    private final Optional<AllApplied> allApplied;

    /** Found when first asked for; two threads that meet here find the same. */
    private volatile @Nullable Indexed indexed;

    private RevisionCatalog(List<Revision> revisions, List<Header> headers, NamingConvention naming) {
        this.revisions = revisions;
        this.headers = headers;
        this.naming = naming;
        this.allApplied = AllApplied.of(headers);
    }

    /**
     * Reads every header of {@code history}, and nothing more of its revisions.
     *
     * @throws dev.aludel.error.MigrationException when the headers contradict each other; it names every fault
     */
    public static RevisionCatalog of(History history) {
        List<Revision> revisions = List.copyOf(history.revisions());
        List<Header> headers = new ArrayList<>(revisions.size());
        for (Revision revision : revisions) {
            headers.add(revision.header());
        }
        RevisionCatalog catalog = new RevisionCatalog(revisions, headers, history.naming());
        if (catalog.allApplied.isEmpty()) {
            catalog.indexed = catalog.index();
        }
        return catalog;
    }

    /** How the revisions hang together. */
    public RevisionGraph graph() {
        return indexed().graph;
    }

    /**
     * The way up to a target, as {@link RevisionGraph#upgrade} finds it; without the graph where everything is applied.
     *
     * @throws dev.aludel.error.MigrationException when a row is unknown, or the target makes no sense
     */
    public Route upgrade(Set<RevisionId> rows, String target) {
        boolean nothingToDo =
                allApplied.filter(all -> all.isReached(rows, target)).isPresent();
        return nothingToDo ? new Route(List.of()) : graph().upgrade(rows, target);
    }

    /** How constraints and indexes are named whose author gave no name. */
    public NamingConvention naming() {
        return naming;
    }

    /** The revision of this id, which the graph contains. */
    public Revision revision(RevisionId id) {
        Revision revision = indexed().revisions.get(id);
        if (revision == null) {
            throw new HistoryException("revision \"%s\" is not in the history".formatted(id));
        }
        return revision;
    }

    private Indexed indexed() {
        Indexed known = indexed;
        if (known == null) {
            known = index();
            indexed = known;
        }
        return known;
    }

    private Indexed index() {
        List<DeclaredRevision> declared = new ArrayList<>(revisions.size());
        Map<RevisionId, Revision> byId = new HashMap<>();
        for (int number = 0; number < headers.size(); number++) {
            Revision revision = revisions.get(number);
            declared.add(new DeclaredRevision(
                    headers.get(number), revision.getClass().getName()));
            byId.put(headers.get(number).id(), revision);
        }
        return new Indexed(RevisionGraph.of(declared), byId);
    }

    /** What all but a start with nothing to do needs. */
    private record Indexed(RevisionGraph graph, Map<RevisionId, Revision> revisions) {}
}
