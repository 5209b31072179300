package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sound graph: its edges, its one order, and its labels. */
final class Topology {

    private final List<RevisionId> ids;
    private final Relation lines;
    private final Relation requirements;
    private final Map<String, RevisionId> labels;
    private final List<RevisionId> order;
    private final List<RevisionId> heads;
    private final List<RevisionId> bases;
    private final Map<RevisionId, Integer> positions = new HashMap<>();

    /** @param declarations free of faults, in any order */
    Topology(Declarations declarations) {
        this.ids = declarations.ids();
        this.lines = declarations.lines();
        this.requirements = declarations.requirements();
        this.labels = declarations.labels();
        this.order = TopologicalOrder.of(ids, requirements);
        this.heads = ids.stream().filter(id -> lines.children(id).isEmpty()).toList();
        this.bases = ids.stream().filter(id -> lines.parents(id).isEmpty()).toList();
        order.forEach(id -> positions.put(id, positions.size()));
    }

    /** Who revises whom. */
    Relation lines() {
        return lines;
    }

    /** Who must be applied before whom: by revising or by depending on it. */
    Relation requirements() {
        return requirements;
    }

    /** All ids, smallest first. */
    List<RevisionId> ids() {
        return ids;
    }

    /** Every label with the revision that declares it, sorted. */
    SortedMap<String, RevisionId> labels() {
        return new TreeMap<>(labels);
    }

    List<RevisionId> order() {
        return order;
    }

    boolean contains(RevisionId id) {
        return positions.containsKey(id);
    }

    /** Smallest id first. */
    List<RevisionId> heads() {
        return heads;
    }

    /** Smallest id first. */
    List<RevisionId> bases() {
        return bases;
    }

    /** These revisions in the one order. */
    List<RevisionId> inOrder(Collection<RevisionId> some) {
        List<RevisionId> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparingInt(positions::get));
        return sorted;
    }

    /** Those of {@code some} that nothing else in it requires, however indirectly. */
    RowSet maximal(Collection<RevisionId> some) {
        Set<RevisionId> below = new HashSet<>();
        some.forEach(id -> below.addAll(requirements.parents(id)));
        Set<RevisionId> covered = requirements.ancestors(below);
        return RowSet.copyOf(some.stream().filter(id -> !covered.contains(id)).toList());
    }
}
