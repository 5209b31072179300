package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes moves of sets of revisions. The rows follow by algebra: they are the maximal elements of what is applied, before
 * and after each move. Only a step's neighbours can change them, so each move costs what its revision has of edges.
 */
final class Traversal {

    private final Relation requirements;
    private final Set<RevisionId> applied;
    private final List<Move> moves = new ArrayList<>();
    private Set<RevisionId> rowsBefore;
    private RowSet rows;

    /** @param rows the rows of the version table, all known; rows below others among them go with the first move */
    Traversal(Topology topology, Set<RevisionId> rows) {
        this.requirements = topology.requirements();
        this.applied = requirements.ancestors(rows);
        this.rowsBefore = rows;
        this.rows = topology.maximal(rows);
    }

    /** @param steps not applied, in an order in which each follows what it requires */
    List<Move> upgrade(Collection<RevisionId> steps) {
        for (RevisionId step : steps) {
            RowSet after = rows;
            for (RevisionId parent : requirements.parents(step)) {
                after = after.without(parent);
            }
            add(Direction.UPGRADE, step, after.with(step));
        }
        return moves;
    }

    /** @param steps applied, together with all that requires them; in the order in which they are applied */
    List<Move> downgrade(List<RevisionId> steps) {
        List<RevisionId> lastFirst = new ArrayList<>(steps);
        Collections.reverse(lastFirst);
        Map<RevisionId, Integer> dependents = new HashMap<>();
        for (RevisionId step : lastFirst) {
            RowSet after = rows.without(step);
            for (RevisionId parent : requirements.parents(step)) {
                if (dependents.computeIfAbsent(parent, this::appliedDependents) == 1) {
                    after = after.with(parent);
                }
                dependents.merge(parent, -1, Integer::sum);
            }
            add(Direction.DOWNGRADE, step, after);
        }
        return moves;
    }

    private int appliedDependents(RevisionId id) {
        return (int)
                requirements.children(id).stream().filter(applied::contains).count();
    }

    private void add(Direction direction, RevisionId step, RowSet after) {
        moves.add(new Move(direction, step, rowsBefore, after));
        rowsBefore = after;
        rows = after;
    }
}
