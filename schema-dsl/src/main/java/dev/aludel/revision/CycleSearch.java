package dev.aludel.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the circles in which revisions require each other. One fault stands for each strongly connected component: it
 * shows a shortest circle through its smallest id, and counts those of the component that lie on other circles.
 */
final class CycleSearch {

    private final Declarations declarations;
    private final Relation requirements;
    private final Set<RevisionId> suspects;

    CycleSearch(Declarations declarations) {
        this.declarations = declarations;
        this.requirements = declarations.requirements();
        this.suspects = new TreeSet<>(declarations.ids());
        TopologicalOrder.of(declarations.ids(), requirements).forEach(suspects::remove);
        TopologicalOrder.of(declarations.ids(), requirements.reversed()).forEach(suspects::remove);
    }

    List<GraphFault> faults() {
        List<GraphFault> faults = new ArrayList<>();
        for (RevisionId id : List.copyOf(suspects)) {
            if (suspects.contains(id)) {
                Set<RevisionId> component = component(id);
                suspects.removeAll(component);
                if (component.size() > 1) {
                    faults.add(fault(id, component));
                }
            }
        }
        return faults;
    }

    /** The suspects that require this one and are required by it, and it. */
    private Set<RevisionId> component(RevisionId id) {
        Set<RevisionId> component = new HashSet<>(requirements.ancestors(List.of(id)));
        component.retainAll(requirements.descendants(List.of(id)));
        return component;
    }

    private GraphFault fault(RevisionId smallest, Set<RevisionId> component) {
        List<RevisionId> circle = shortestCircle(smallest, component);
        StringBuilder message = new StringBuilder("These revisions require each other in a circle: ");
        for (int i = 0; i < circle.size(); i++) {
            RevisionId next = circle.get((i + 1) % circle.size());
            message.append(i == 0 ? "" : ", ").append(edge(circle.get(i), next));
        }
        message.append('.');
        if (component.size() > circle.size()) {
            Set<RevisionId> others = new TreeSet<>(component);
            circle.forEach(others::remove);
            message.append(" On further circles with them: ")
                    .append(String.join(
                            ", ",
                            others.stream()
                                    .map(id -> declarations.first(id).described())
                                    .toList()))
                    .append('.');
        }
        return new GraphFault(
                GraphFault.Kind.CYCLE,
                message.toString(),
                circle.stream().map(declarations::first).toList());
    }

    private String edge(RevisionId from, RevisionId to) {
        DeclaredRevision revision = declarations.first(from);
        String verb = revision.header().revises().contains(to) ? "revises" : "depends on";
        return "%s %s %s".formatted(revision.described(), verb, Text.quoted(to));
    }

    /** Breadth first from {@code start} back to it. */
    private List<RevisionId> shortestCircle(RevisionId start, Set<RevisionId> component) {
        Map<RevisionId, RevisionId> cameFrom = new HashMap<>();
        Deque<RevisionId> pending = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(start)) {
            RevisionId id = pending.remove();
            for (RevisionId parent : requirements.parents(id)) {
                if (component.contains(parent) && !parent.equals(id) && cameFrom.putIfAbsent(parent, id) == null) {
                    pending.add(parent);
                }
            }
        }
        return path(start, cameFrom);
    }

    private static List<RevisionId> path(RevisionId start, Map<RevisionId, RevisionId> cameFrom) {
        List<RevisionId> circle = new ArrayList<>();
        RevisionId id = start;
        do {
            id = cameFrom.getOrDefault(id, start);
            circle.add(id);
        } while (!id.equals(start));
        Collections.reverse(circle);
        return circle;
    }
}
