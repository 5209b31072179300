package dev.aludel.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one order in which a history's revisions are applied. A line is followed to its end before another is begun; where
 * several revisions could come next, the smallest id does. A revision that is added on top leaves the order of all others
 * as it was.
 */
final class TopologicalOrder {

    private final Relation requirements;
    private final Map<RevisionId, Integer> missing = new HashMap<>();
    private final Deque<RevisionId> ready = new ArrayDeque<>();

    private TopologicalOrder(Relation requirements) {
        this.requirements = requirements;
    }

    /**
     * The order, base first.
     *
     * @param ids all revisions, smallest id first
     */
    static List<RevisionId> of(List<RevisionId> ids, Relation requirements) {
        return new TopologicalOrder(requirements).order(ids);
    }

    private List<RevisionId> order(List<RevisionId> ids) {
        for (RevisionId id : ids) {
            missing.put(id, requirements.parents(id).size());
            if (requirements.parents(id).isEmpty()) {
                ready.addLast(id);
            }
        }
        List<RevisionId> order = new ArrayList<>(ids.size());
        while (!ready.isEmpty()) {
            RevisionId next = ready.pop();
            order.add(next);
            release(requirements.children(next));
        }
        return List.copyOf(order);
    }

    /** Those that waited for nothing else come next, the smallest id on top. */
    private void release(List<RevisionId> children) {
        for (int i = children.size() - 1; i >= 0; i--) {
            RevisionId child = children.get(i);
            if (missing.merge(child, -1, Integer::sum) == 0) {
                ready.push(child);
            }
        }
    }
}
