package dev.aludel.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** One kind of edge between revisions, or several kinds taken together. */
final class Relation {

    private final Map<RevisionId, List<RevisionId>> parents;
    private final Map<RevisionId, List<RevisionId>> children;

    private Relation(Map<RevisionId, List<RevisionId>> parents, Map<RevisionId, List<RevisionId>> children) {
        this.parents = parents;
        this.children = children;
    }

    /** @param declared the parents of every revision, each of which is a key itself */
    static Relation of(SortedMap<RevisionId, List<RevisionId>> declared) {
        Map<RevisionId, List<RevisionId>> parents = new HashMap<>();
        Map<RevisionId, List<RevisionId>> children = new HashMap<>();
        declared.forEach((id, itsParents) -> {
            List<RevisionId> distinct = List.copyOf(new LinkedHashSet<>(itsParents));
            parents.put(id, distinct);
            for (RevisionId parent : distinct) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
            }
        });
        return new Relation(parents, children);
    }

    /** The same edges, pointing the other way. */
    Relation reversed() {
        return new Relation(children, parents);
    }

    /** Without repetition, in the order of their declaration. */
    List<RevisionId> parents(RevisionId id) {
        return at(parents, id);
    }

    /** Smallest id first. */
    List<RevisionId> children(RevisionId id) {
        return at(children, id);
    }

    /** These revisions and all that lies below them. */
    Set<RevisionId> ancestors(Collection<RevisionId> ids) {
        return reach(ids, this::parents);
    }

    /** These revisions and all that lies above them. */
    Set<RevisionId> descendants(Collection<RevisionId> ids) {
        return reach(ids, this::children);
    }

    /** The revisions that share a line with this one: itself, what lies below it, what lies above it. */
    Set<RevisionId> lineage(RevisionId id) {
        Set<RevisionId> lineage = ancestors(List.of(id));
        lineage.addAll(descendants(List.of(id)));
        return lineage;
    }

    private static Set<RevisionId> reach(
            Collection<RevisionId> starts, Function<RevisionId, List<RevisionId>> neighbours) {
        Set<RevisionId> reached = new HashSet<>(starts);
        Deque<RevisionId> pending = new ArrayDeque<>(reached);
        while (!pending.isEmpty()) {
            for (RevisionId neighbour : neighbours.apply(pending.pop())) {
                if (reached.add(neighbour)) {
                    pending.push(neighbour);
                }
            }
        }
        return reached;
    }

    private static List<RevisionId> at(Map<RevisionId, List<RevisionId>> lists, RevisionId id) {
        return lists.getOrDefault(id, List.of());
    }
}
