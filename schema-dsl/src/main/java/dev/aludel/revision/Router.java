package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds routes by algebra of sets: what is applied, what a target requires, what requires what is taken down. */
final class Router {

    private final Topology topology;
    private final NameLookup names;

    Router(Topology topology, NameLookup names) {
        this.topology = topology;
        this.names = names;
    }

    /** Everything that the target requires and the rows do not. */
    Route upgrade(Set<RevisionId> rows, Target target) {
        if (target.startsAtCurrent() && target.steps().filter(Target.Steps::up).isEmpty()) {
            throw wrongDirection(target, "An upgrade cannot count down", "downgrade");
        }
        Set<RevisionId> goal = new TargetResolver(topology, names, rows).resolve(target);
        Set<RevisionId> steps = topology.requirements().ancestors(goal);
        steps.removeAll(topology.requirements().ancestors(rows));
        List<Move> moves = new Traversal(topology, rows).upgrade(topology.inOrder(steps));
        RouteNotes notes = new RouteNotes(topology, rows).onOverlap(moves);
        return new Route(moves, (moves.isEmpty() ? notes.onNothingToUpgrade(target, goal) : notes).toList());
    }

    /** Everything applied that lies above the target, or requires what does. */
    Route downgrade(Set<RevisionId> rows, Target target) {
        if (target.startsAtCurrent() && target.steps().filter(Target.Steps::up).isPresent()) {
            throw wrongDirection(target, "A downgrade cannot count up", "upgrade");
        }
        TargetResolver resolver = new TargetResolver(topology, names, rows);
        Optional<RevisionId> goal = TargetResolver.one(target, resolver.resolve(target));
        Set<RevisionId> applied = topology.requirements().ancestors(rows);
        Set<RevisionId> steps = topology.requirements().descendants(roots(goal, target, resolver));
        steps.retainAll(applied);
        if (steps.isEmpty()) {
            goal.ifPresent(id -> requireRow(target, id, rows, applied));
        }
        List<Move> moves = new Traversal(topology, rows).downgrade(topology.inOrder(steps));
        return new Route(moves, new RouteNotes(topology, rows).onOverlap(moves).toList());
    }

    /** What comes next above the goal: on the line that was counted down, or on the branch, if there is one. */
    private List<RevisionId> roots(Optional<RevisionId> goal, Target target, TargetResolver resolver) {
        List<RevisionId> above = goal.map(topology.lines()::children).orElseGet(topology::bases);
        Set<RevisionId> line = target.startsAtCurrent()
                ? topology.lines().ancestors(resolver.start(target).stream().toList())
                : resolver.branch(target).map(topology.lines()::lineage).orElse(Set.copyOf(above));
        return above.stream().filter(line::contains).toList();
    }

    private void requireRow(Target target, RevisionId goal, Set<RevisionId> rows, Set<RevisionId> applied) {
        if (!rows.contains(goal)) {
            String why = applied.contains(goal)
                    ? "it is applied because others depend on it, and nothing that revises it is applied"
                    : "it is not applied";
            throw new TargetException(
                    target.text(),
                    Reason.NOT_APPLIED,
                    "A downgrade cannot end at %s: %s. The database is at %s. Nothing was changed."
                            .formatted(Text.quoted(goal), why, rows.isEmpty() ? "base" : Text.list(sorted(rows))));
        }
    }

    private static TargetException wrongDirection(Target target, String what, String command) {
        return new TargetException(
                target.text(),
                Reason.WRONG_DIRECTION,
                "%s, as %s asks for. Use %s for that.".formatted(what, Text.quoted(target.text()), command));
    }

    private static RowSet sorted(Set<RevisionId> rows) {
        return RowSet.copyOf(new HashSet<>(rows));
    }
}
