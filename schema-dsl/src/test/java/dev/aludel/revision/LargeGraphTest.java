package dev.aludel.revision;

import static dev.aludel.revision.Graphs.declared;
import static dev.aludel.revision.Graphs.rowsAfter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories of thousands of revisions: no deep recursion, and no time or memory that grows with their square. */
class LargeGraphTest {

    private static final int COUNT = 10_000;

    /** A hundred times what it takes: what is quadratic takes longer, a busy machine does not. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void a_line() {
        assertQuick("a line", numbered(i -> i == 0 ? List.of() : List.of(i - 1)), 1);
    }

    @Test
    void a_trunk_with_thousands_of_branches() {
        assertQuick("one base, 9,999 heads", numbered(i -> i == 0 ? List.of() : List.of(0)), COUNT - 1);
    }

    @Test
    void thousands_of_bases() {
        assertQuick("10,000 bases", numbered(i -> List.of()), COUNT);
    }

    @Test
    void thousands_of_branches_merged_by_one() {
        assertQuick(
                "9,998 branches, one merge",
                numbered(i -> i == 0
                        ? List.of()
                        : i < COUNT - 1
                                ? List.of(0)
                                : IntStream.range(1, COUNT - 1).boxed().toList()),
                1);
    }

    @Test
    void a_tangle_of_edges() {
        Random random = new Random(7);
        assertQuick(
                "four parents each",
                numbered(i -> i < 4
                        ? List.of()
                        : IntStream.range(0, 4)
                                .map(any -> random.nextInt(i))
                                .boxed()
                                .toList()),
                -1);
    }

    @Test
    void a_line_of_a_hundred_thousand_does_not_overflow_the_stack() {
        List<DeclaredRevision> revisions = numbered(100_000, i -> i == 0 ? List.of() : List.of(i - 1));
        RevisionGraph graph = RevisionGraph.of(revisions);
        assertThat(graph.upgrade(Set.of(), "head").moves()).hasSize(100_000);
        assertThat(graph.resolve(Set.of(), "base+100000")).containsExactlyElementsOf(graph.heads());
    }

    private static void assertQuick(String shape, List<DeclaredRevision> revisions, int rowsAtTheEnd) {
        long start = System.nanoTime();
        RevisionGraph graph = RevisionGraph.of(revisions);
        long built = System.nanoTime();
        Route up = graph.upgrade(Set.of(), "heads");
        long upgraded = System.nanoTime();
        int changes = up.moves().stream()
                .mapToInt(move -> move.inserted().size() + move.deleted().size())
                .sum();
        Set<RevisionId> rows = rowsAfter(up);
        Route down = graph.downgrade(rows, "base");
        long downgraded = System.nanoTime();

        assertThat(up.moves()).hasSize(COUNT);
        assertThat(down.moves()).hasSize(COUNT);
        assertThat(rowsAfter(down)).isEmpty();
        assertThat(changes).isEqualTo(2 * COUNT - rows.size());
        assertThat(rowsAtTheEnd < 0 || rows.size() == rowsAtTheEnd).isTrue();
        assertThat(Duration.ofNanos(downgraded - start)).isLessThan(LIMIT);
        System.out.printf(
                "%s: graph %d ms, upgrade route %d ms, its row changes and the way down %d ms%n",
                shape,
                (built - start) / 1_000_000,
                (upgraded - built) / 1_000_000,
                (downgraded - upgraded) / 1_000_000);
    }

    private static List<DeclaredRevision> numbered(IntFunction<List<Integer>> parents) {
        return numbered(COUNT, parents);
    }

    private static List<DeclaredRevision> numbered(int count, IntFunction<List<Integer>> parents) {
        List<DeclaredRevision> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            revisions.add(declared(Header.of(number(i))
                    .revises(parents.apply(i).stream()
                            .map(LargeGraphTest::number)
                            .toArray(RevisionId[]::new))));
        }
        return revisions;
    }

    private static RevisionId number(int i) {
        return RevisionId.of("%012x".formatted((i * 2_654_435_761L) & 0xffff_ffff_ffffL));
    }
}
