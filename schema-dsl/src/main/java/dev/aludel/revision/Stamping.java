package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves version rows without applying anything. A target replaces the rows that lie below or above it, by either kind of
 * edge; the base of a branch removes the rows of that branch; other rows stay.
 */
final class Stamping {

    private final Topology topology;
    private final NameLookup names;
    private final Set<RevisionId> rows;
    private final Set<RevisionId> goals = new HashSet<>();
    private final Set<RevisionId> kept;

    private Stamping(Topology topology, NameLookup names, Set<RevisionId> rows, boolean purge) {
        this.topology = topology;
        this.names = names;
        this.rows = rows;
        this.kept = new HashSet<>(purge ? Set.of() : rows);
    }

    /** @param rows all known, unless {@code purge} drops them */
    static Route route(Topology topology, NameLookup names, Set<RevisionId> rows, List<Target> targets, boolean purge) {
        Stamping stamping = new Stamping(topology, names, rows, purge);
        targets.forEach(stamping::add);
        return stamping.route();
    }

    private void add(Target target) {
        requireAbsolute(target);
        TargetResolver resolver = new TargetResolver(topology, names, Set.of());
        Set<RevisionId> found = resolver.resolve(target);
        goals.addAll(found);
        if (found.isEmpty()) {
            resolver.branch(target).ifPresentOrElse(this::leave, kept::clear);
        }
        found.forEach(this::leave);
    }

    /** A goal takes the place of the rows that it includes, and of those that include it. */
    private void leave(RevisionId goal) {
        kept.removeAll(topology.requirements().lineage(goal));
    }

    private Route route() {
        Set<RevisionId> rowsAfter = new HashSet<>(topology.maximal(goals));
        List<String> notes = notesOn(rowsAfter);
        rowsAfter.addAll(topology.maximal(kept));
        return new Route(moves(RowSet.copyOf(rowsAfter)), notes);
    }

    private List<String> notesOn(Set<RevisionId> maximalGoals) {
        RowSet included = RowSet.copyOf(goals).minus(RowSet.copyOf(maximalGoals));
        return included.isEmpty()
                ? List.of()
                : List.of("No row is written for %s: other targets of this stamp include %s."
                        .formatted(Text.list(included), included.size() == 1 ? "it" : "them"));
    }

    private List<Move> moves(RowSet rowsAfter) {
        RowSet before = RowSet.copyOf(rows);
        RowSet coming = rowsAfter.minus(before);
        List<Move> moves = new ArrayList<>();
        for (RevisionId row : topology.inOrder(coming)) {
            RowSet after = replaced(before, row, rowsAfter, moves.size() == coming.size() - 1)
                    .with(row);
            moves.add(new Move(Direction.STAMP, row, before, after));
            before = after;
        }
        for (RevisionId row : before.minus(rowsAfter)) {
            moves.add(new Move(Direction.STAMP, row, before, before.without(row)));
            before = before.without(row);
        }
        return moves;
    }

    /** The rows without those that give way to {@code coming}: its relatives; with the last one, all that must go. */
    private RowSet replaced(RowSet before, RevisionId coming, RowSet rowsAfter, boolean last) {
        Set<RevisionId> relatives = topology.requirements().lineage(coming);
        RowSet after = before;
        for (RevisionId row : before.minus(rowsAfter)) {
            if (last || relatives.contains(row)) {
                after = after.without(row);
            }
        }
        return after;
    }

    private static void requireAbsolute(Target target) {
        if (target.steps().isPresent()) {
            throw new TargetException(
                    target.text(),
                    Reason.NOT_ALLOWED_HERE,
                    "A stamp cannot count steps, as %s asks for: it must say exactly which revision the schema is at. Name it."
                            .formatted(Text.quoted(target.text())));
        }
    }
}
