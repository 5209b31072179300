package dev.aludel.revision;

import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AllAppliedTest {

    @Test
    void one_head_is_reached_by_either_word_and_by_its_id() {
        AllApplied line = of(revision("b", "a"), revision("a")).orElseThrow();

        assertThat(line.isReached(Set.of(id("b")), "head")).isTrue();
        assertThat(line.isReached(Set.of(id("b")), "heads")).isTrue();
        assertThat(line.isReached(Set.of(id("b")), "b")).isTrue();
        assertThat(line.isReached(Set.of(id("a")), "head")).isFalse();
        assertThat(line.isReached(Set.of(id("a")), "b")).isFalse();
        assertThat(line.isReached(Set.of(), "heads")).isFalse();
    }

    @Test
    void every_other_target_is_left_to_the_graph() {
        AllApplied line = of(revision("b", "a"), revision("a")).orElseThrow();

        assertThat(List.of("a", "+1", "a@head", "b+0", "base", "current", "nonsense"))
                .noneMatch(target -> line.isReached(Set.of(id("b")), target));
    }

    @Test
    void where_there_are_several_heads_the_graph_refuses_the_one() {
        AllApplied fork =
                of(revision("a"), revision("b", "a"), revision("c", "a")).orElseThrow();

        assertThat(fork.isReached(Set.of(id("b"), id("c")), "heads")).isTrue();
        assertThat(fork.isReached(Set.of(id("b"), id("c")), "head")).isFalse();
    }

    @Test
    void a_head_that_another_depends_on_has_no_row() {
        AllApplied two = of(revision("a"), revision("b").dependsOn(id("a"))).orElseThrow();

        assertThat(two.isReached(Set.of(id("b")), "heads")).isTrue();
        assertThat(two.isReached(Set.of(id("a"), id("b")), "heads")).isFalse();
    }

    @Test
    void a_circle_is_found_even_where_nothing_above_it_shows() {
        assertThat(of(revision("a"), revision("b", "c"), revision("c", "b"))).isEmpty();
        assertThat(of(revision("a", "b"), revision("b", "a"), revision("c", "a")))
                .isEmpty();
        assertThat(of(revision("a"), revision("b", "b"))).isEmpty();
    }

    @Property
    void it_is_there_for_exactly_the_histories_that_make_a_sound_graph(@ForAll long seed) {
        List<DeclaredRevision> declared = Graphs.randomAndOftenFaulty(new Random(seed));

        assertThat(of(declared).isPresent()).isEqualTo(!declared.isEmpty() && isSound(declared));
    }

    @Property
    void it_is_reached_only_where_the_graph_would_find_nothing_and_have_nothing_to_say(@ForAll long seed) {
        Random random = new Random(seed);
        List<DeclaredRevision> declared = Graphs.random(random);
        RevisionGraph graph = RevisionGraph.of(declared);
        Set<RevisionId> rows = Graphs.overlappingRows(graph, random);
        Set<RevisionId> all = graph.maximal(new HashSet<>(graph.topologicalOrder()));

        of(declared).ifPresent(found -> {
            String head = graph.heads().iterator().next().value();
            for (String target : List.of("head", "heads", head)) {
                assertThat(found.isReached(all, target))
                        .isEqualTo(target.equals("heads") || graph.heads().size() == 1);
                for (Set<RevisionId> standing : List.of(rows, all)) {
                    if (found.isReached(standing, target)) {
                        assertThat(graph.upgrade(standing, target)).isEqualTo(new Route(List.of()));
                    }
                }
            }
        });
    }

    private static boolean isSound(List<DeclaredRevision> declared) {
        try {
            RevisionGraph.of(declared);
            return true;
        } catch (RevisionGraphException fault) {
            return false;
        }
    }

    private static Optional<AllApplied> of(List<DeclaredRevision> declared) {
        return AllApplied.of(declared.stream().map(DeclaredRevision::header).toList());
    }

    private static Optional<AllApplied> of(Header... headers) {
        return AllApplied.of(List.of(headers));
    }
}
