package dev.aludel.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person should know of a route beside its moves. */
final class RouteNotes {

    private final Topology topology;
    private final Set<RevisionId> rows;
    private final List<String> notes = new ArrayList<>();

    RouteNotes(Topology topology, Set<RevisionId> rows) {
        this.topology = topology;
        this.rows = rows;
    }

    /** Rows below others say nothing: they go with the first move, or stay where there is none. */
    RouteNotes onOverlap(List<Move> moves) {
        RowSet needless = RowSet.copyOf(rows).minus(topology.maximal(rows));
        if (!needless.isEmpty()) {
            notes.add("The version table holds %s, which other rows include already; %s."
                    .formatted(
                            Text.list(needless),
                            moves.isEmpty()
                                    ? "the next move removes what is needless"
                                    : "the first move removes that"));
        }
        return this;
    }

    /** Why an upgrade has nothing to do, unless the database is exactly at its goal. */
    RouteNotes onNothingToUpgrade(Target target, Set<RevisionId> goal) {
        if (goal.isEmpty() && !topology.ids().isEmpty()) {
            notes.add("Nothing to upgrade: %s stands for base, below which nothing lies. To go there, downgrade."
                    .formatted(Text.quoted(target.text())));
        } else if (!rows.containsAll(topology.maximal(goal))) {
            notes.add(
                    "Nothing to upgrade: %s is applied already, and the database is past it, at %s. To go back, downgrade."
                            .formatted(Text.quoted(target.text()), Text.list(RowSet.copyOf(rows))));
        }
        return this;
    }

    List<String> toList() {
        return List.copyOf(notes);
    }
}
