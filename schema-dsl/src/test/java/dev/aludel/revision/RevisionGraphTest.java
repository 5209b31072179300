package dev.aludel.revision;

import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.ids;
import static dev.aludel.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    /** a - b - d - m, a - c - m, and x apart, on which d depends; y above x. */
    private final RevisionGraph graph = graph(
            revision("m", "d", "c"),
            revision("y", "x"),
            revision("d", "b").dependsOn(id("x")),
            revision("c", "a").labels("side"),
            revision("b", "a"),
            revision("a"),
            revision("x").labels("apart"));

    @Test
    void knows_its_ends_its_forks_and_its_merges() {
        assertThat(graph.heads()).containsExactly(id("m"), id("y"));
        assertThat(graph.bases()).containsExactly(id("a"), id("x"));
        assertThat(graph.branchPoints()).containsExactly(id("a"));
        assertThat(graph.mergePoints()).containsExactly(id("m"));
        assertThat(graph.children(id("a"))).containsExactly(id("b"), id("c"));
    }

    @Test
    void follows_a_line_to_its_end_and_takes_the_smallest_id_where_it_may_choose() {
        assertThat(graph.topologicalOrder().toString()).isEqualTo("[a, b, c, x, d, m, y]");
    }

    @Test
    void counts_both_kinds_of_edges_among_what_must_be_applied() {
        assertThat(graph.ancestors(ids("d"))).containsExactly(id("a"), id("b"), id("x"), id("d"));
        assertThat(graph.descendants(ids("x"))).containsExactly(id("x"), id("d"), id("m"), id("y"));
    }

    @Test
    void keeps_of_a_set_what_nothing_else_in_it_requires() {
        assertThat(graph.maximal(ids("a", "c", "x", "d"))).containsExactly(id("c"), id("d"));
    }

    @Test
    void knows_what_is_still_to_be_applied() {
        assertThat(graph.pending(ids("d"))).containsExactly(id("c"), id("m"), id("y"));
        assertThat(graph.pending(ids("m", "y"))).isEmpty();
    }

    @Test
    void counts_the_trunk_below_a_label_and_all_above_it_to_its_branch() {
        assertThat(graph.labels()).isEqualTo(Map.of("apart", id("x"), "side", id("c")));
        assertThat(graph.branch("side")).containsExactly(id("a"), id("c"), id("m"));
        assertThat(graph.branch("apart")).containsExactly(id("x"), id("y"));
    }

    @Test
    void finds_headers_and_the_classes_that_declare_them() {
        assertThat(graph.header(id("d")).revises()).containsExactly(id("b"));
        assertThat(graph.revision(id("d")).declaredBy()).isEqualTo("org.example.d");
        assertThat(graph.contains(id("d"))).isTrue();
        assertThat(graph.contains(id("e"))).isFalse();
    }

    @Test
    void names_the_ids_that_it_lacks() {
        assertThatThrownBy(() -> graph.header(id("e")))
                .isInstanceOfSatisfying(UnknownRevisionException.class, refusal -> assertThat(refusal.ids())
                        .containsExactly(id("e")))
                .hasMessage("The history has no revision \"e\". Nothing was changed.");
        assertThatThrownBy(() -> graph.ancestors(ids("a", "z", "e")))
                .isInstanceOfSatisfying(UnknownRevisionException.class, refusal -> assertThat(refusal.ids())
                        .containsExactly(id("e"), id("z")));
    }

    @Test
    void may_be_empty() {
        RevisionGraph empty = RevisionGraph.of(List.of());
        assertThat(empty.heads()).isEmpty();
        assertThat(empty.topologicalOrder()).isEmpty();
        assertThat(empty.upgrade(Set.of(), "head").moves()).isEmpty();
        assertThat(empty.downgrade(Set.of(), "base").moves()).isEmpty();
        assertThat(empty.history(":", Set.of())).isEmpty();
    }

    @Test
    void shows_nothing_that_can_be_changed() {
        assertThatThrownBy(() -> graph.heads().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.children(id("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.ancestors(ids("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.maximal(ids("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.topologicalOrder().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
