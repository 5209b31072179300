package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a route move by move against the definitions, by the slowest and plainest means. */
final class SoundRoute {

    private SoundRoute() {}

    static void check(RevisionGraph graph, Route route) {
        if (route.moves().isEmpty() || route.moves().get(0).direction() == Direction.STAMP) {
            checkStamp(graph, route);
            return;
        }
        Set<RevisionId> rows = route.moves().get(0).rowsBefore();
        Set<RevisionId> applied = new HashSet<>(graph.ancestors(rows));
        for (Move move : route.moves()) {
            assertThat(move.rowsBefore()).isEqualTo(rows);
            checkStep(graph, applied, move);
            assertThat(move.rowsAfter()).isEqualTo(maximal(graph, applied));
            rows = move.rowsAfter();
        }
    }

    private static void checkStep(RevisionGraph graph, Set<RevisionId> applied, Move move) {
        Set<RevisionId> required = new HashSet<>(graph.ancestors(Set.of(move.revision())));
        required.remove(move.revision());
        if (move.direction() == Direction.UPGRADE) {
            assertThat(applied).as("what %s requires", move).containsAll(required);
            assertThat(applied.add(move.revision())).as("%s is new", move).isTrue();
        } else {
            assertThat(applied.remove(move.revision()))
                    .as("%s was applied", move)
                    .isTrue();
            for (RevisionId left : applied) {
                assertThat(graph.ancestors(Set.of(left))).doesNotContain(move.revision());
            }
        }
    }

    private static void checkStamp(RevisionGraph graph, Route route) {
        for (int i = 0; i < route.moves().size(); i++) {
            Move move = route.moves().get(i);
            assertThat(move.rowsBefore()).isNotEqualTo(move.rowsAfter());
            assertThat(i == 0
                            || move.rowsBefore().equals(route.moves().get(i - 1).rowsAfter()))
                    .isTrue();
        }
        if (!route.moves().isEmpty()) {
            Set<RevisionId> last = route.moves().get(route.moves().size() - 1).rowsAfter();
            assertThat(last).isEqualTo(maximal(graph, last));
        }
    }

    /** Those that are below none of the others. */
    static Set<RevisionId> maximal(RevisionGraph graph, Set<RevisionId> some) {
        return some.stream()
                .filter(id -> some.stream()
                        .noneMatch(other -> !other.equals(id)
                                && graph.ancestors(Set.of(other)).contains(id)))
                .collect(Collectors.toSet());
    }
}
