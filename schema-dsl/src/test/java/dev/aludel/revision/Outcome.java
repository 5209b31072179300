package dev.aludel.revision;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.aludel.error.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What this library does with a reference case. */
record Outcome(Optional<RevisionGraph> graph, Optional<Route> route, Optional<MigrationException> refusal) {

    static Outcome of(ReferenceCase reference) {
        return of(reference, UnaryOperator.identity());
    }

    /** The outcome when the history lists its revisions the other way round. */
    static Outcome reversed(ReferenceCase reference) {
        return of(reference, revisions -> {
            List<DeclaredRevision> reversed = new ArrayList<>(revisions);
            Collections.reverse(reversed);
            return reversed;
        });
    }

    private static Outcome of(ReferenceCase reference, UnaryOperator<List<DeclaredRevision>> arrangement) {
        Optional<RevisionGraph> graph = Optional.empty();
        try {
            graph = Optional.of(RevisionGraph.of(arrangement.apply(reference.revisions())));
            return new Outcome(graph, Optional.of(route(graph.get(), reference)), Optional.empty());
        } catch (MigrationException refusal) {
            return new Outcome(graph, Optional.empty(), Optional.of(refusal));
        }
    }

    private static Route route(RevisionGraph graph, ReferenceCase reference) {
        String target = reference.target();
        return switch (reference.command()) {
            case "upgrade" ->
                reference.offline() ? graph.upgradeOffline(target) : graph.upgrade(rows(reference), target);
            case "downgrade" ->
                reference.offline() ? graph.downgradeOffline(target) : graph.downgrade(rows(reference), target);
            default ->
                reference.offline()
                        ? graph.stampOffline(target)
                        : graph.stamp(rows(reference), reference.targets(), reference.purge());
        };
    }

    private static Set<RevisionId> rows(ReferenceCase reference) {
        return reference.rows().stream().map(RevisionId::of).collect(toSet());
    }

    boolean isRefused() {
        return refusal.isPresent();
    }

    /** The steps that Alembic has too: stamps are none. */
    Set<String> steps() {
        return route.orElseThrow().moves().stream()
                .filter(move -> move.direction() != Direction.STAMP)
                .map(move -> "%s %s".formatted(move.direction(), move.revision()))
                .collect(toCollection(TreeSet::new));
    }

    /** The rows at the end, which are those at the start when nothing is to be done. */
    Set<String> rowsAfter(ReferenceCase reference) {
        List<Move> moves = route.orElseThrow().moves();
        Set<RevisionId> rows = moves.isEmpty()
                ? rowsBefore(reference)
                : moves.get(moves.size() - 1).rowsAfter();
        return rows.stream().map(RevisionId::value).collect(toCollection(TreeSet::new));
    }

    private Set<RevisionId> rowsBefore(ReferenceCase reference) {
        if (!reference.offline()) {
            return rows(reference);
        }
        int colon = reference.target().indexOf(':');
        return colon < 0
                ? Set.of()
                : graph.orElseThrow().resolve(Set.of(), reference.target().substring(0, colon));
    }

    /** The finest name that the refusal has. */
    String kind() {
        MigrationException thrown = refusal.orElseThrow();
        if (thrown instanceof TargetException target) {
            return target.reason().name();
        }
        if (thrown instanceof RevisionGraphException unsound) {
            return unsound.faults().get(0).kind().name();
        }
        return thrown.getClass().getSimpleName();
    }

    /** The moves with their notes, or the refusal, as text. */
    String described() {
        return refusal.map(Throwable::toString)
                .orElseGet(() -> route.orElseThrow().toString());
    }
}
