package dev.aludel.revision;

import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.ids;
import static dev.aludel.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

    /** trunk - left1 - left2, trunk - right1; apart. */
    private final RevisionGraph graph = graph(
            revision("trunk"),
            revision("left1", "trunk").labels("left"),
            revision("left2", "left1"),
            revision("right1", "trunk").labels("right"),
            revision("apart"));

    @Test
    void replaces_the_rows_below_and_above_its_target() {
        assertThat(stamp(ids("left1", "apart"), "left2"))
                .containsExactly(new Move(Direction.STAMP, id("left2"), ids("left1", "apart"), ids("left2", "apart")));
        assertThat(stamp(ids("left2", "right1"), "trunk"))
                .containsExactly(new Move(Direction.STAMP, id("trunk"), ids("left2", "right1"), ids("trunk")));
    }

    @Test
    void is_empty_where_its_target_is_a_row() {
        assertThat(stamp(ids("left1"), "left1")).isEmpty();
    }

    @Test
    void removes_all_rows_at_base_and_those_of_a_branch_at_its_base() {
        assertThat(stamp(ids("left1", "apart"), "base"))
                .containsExactly(
                        new Move(Direction.STAMP, id("apart"), ids("left1", "apart"), ids("left1")),
                        new Move(Direction.STAMP, id("left1"), ids("left1"), ids()));
        assertThat(stamp(ids("left1", "right1"), "right@base"))
                .containsExactly(new Move(Direction.STAMP, id("right1"), ids("left1", "right1"), ids("left1")));
    }

    @Test
    void takes_several_targets() {
        assertThat(stamp(ids("trunk"), "left2", "right1"))
                .containsExactly(
                        new Move(Direction.STAMP, id("left2"), ids("trunk"), ids("left2")),
                        new Move(Direction.STAMP, id("right1"), ids("left2"), ids("left2", "right1")));
    }

    @Test
    void writes_no_row_for_a_target_that_another_includes_and_says_so() {
        Route route = graph.stamp(Set.of(), List.of("trunk", "left1", "right1"), false);
        assertThat(Graphs.rowsAfter(route)).isEqualTo(ids("left1", "right1"));
        assertThat(route.notes())
                .containsExactly("No row is written for \"trunk\": other targets of this stamp include it.");
    }

    @Test
    void removes_needless_rows_beside_its_target() {
        assertThat(stamp(ids("trunk", "left1"), "left1"))
                .containsExactly(new Move(Direction.STAMP, id("trunk"), ids("trunk", "left1"), ids("left1")));
    }

    @Test
    void refuses_unknown_rows_unless_they_are_purged() {
        assertThatThrownBy(() -> stamp(ids("gone"), "left1")).isInstanceOf(UnknownRevisionException.class);
        assertThat(graph.stamp(ids("gone", "apart"), List.of("left1"), true).moves())
                .containsExactly(new Move(Direction.STAMP, id("left1"), ids("gone", "apart"), ids("left1")));
        assertThat(graph.stamp(ids("gone", "left1"), List.of("left1"), true).moves())
                .containsExactly(new Move(Direction.STAMP, id("gone"), ids("gone", "left1"), ids("left1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "left1-1"})
    void cannot_count_steps(String target) {
        assertThatThrownBy(() -> stamp(ids("left1"), target))
                .isInstanceOf(TargetException.class)
                .hasMessage("A stamp cannot count steps, as \"" + target
                        + "\" asks for: it must say exactly which revision the schema is at. Name it.");
    }

    private List<Move> stamp(Set<RevisionId> rows, String... targets) {
        return graph.stamp(rows, List.of(targets), false).moves();
    }
}
