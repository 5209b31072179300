package dev.aludel.revision;

import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.ids;
import static dev.aludel.revision.Graphs.line;
import static dev.aludel.revision.Graphs.revision;
import static dev.aludel.revision.Graphs.rowsAfter;
import static dev.aludel.revision.Graphs.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.revision.TargetException.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

    private final RevisionGraph line = line("a", "b", "c");

    /** a - b - m, a - c - m, and x apart, on which c depends. */
    private final RevisionGraph diamond = graph(
            revision("a"),
            revision("b", "a"),
            revision("c", "a").dependsOn(id("x")),
            revision("m", "b", "c"),
            revision("x"));

    @Test
    void applies_what_is_missing_and_moves_one_row_along_a_line() {
        Route route = line.upgrade(ids("a"), "head");
        assertThat(route.moves())
                .containsExactly(
                        new Move(Direction.UPGRADE, id("b"), ids("a"), ids("b")),
                        new Move(Direction.UPGRADE, id("c"), ids("b"), ids("c")));
        assertThat(route.notes()).isEmpty();
    }

    @Test
    void inserts_a_row_where_a_branch_begins_and_deletes_what_a_merge_covers() {
        Route route = diamond.upgrade(Set.of(), "m");
        assertThat(steps(route)).containsExactly("a", "b", "x", "c", "m");
        assertThat(route.moves())
                .extracting(Move::rowsAfter)
                .containsExactly(ids("a"), ids("b"), ids("b", "x"), ids("b", "c"), ids("m"));
        assertThat(route.moves().get(2).inserted()).containsExactly(id("x"));
        assertThat(route.moves().get(2).deleted()).isEmpty();
        assertThat(route.moves().get(4).inserted()).containsExactly(id("m"));
        assertThat(route.moves().get(4).deleted()).containsExactly(id("b"), id("c"));
    }

    @Test
    void is_empty_and_silent_at_its_target() {
        assertThat(line.upgrade(ids("c"), "head")).isEqualTo(new Route(List.of()));
        assertThat(diamond.upgrade(ids("m"), "heads").isEmpty()).isTrue();
    }

    @Test
    void says_so_when_the_database_is_past_its_target() {
        Route route = line.upgrade(ids("c"), "b");
        assertThat(route.isEmpty()).isTrue();
        assertThat(route.notes())
                .containsExactly("Nothing to upgrade: \"b\" is applied already, and the database is past it, at \"c\"."
                        + " To go back, downgrade.");
        assertThat(line.upgrade(ids("c"), "base").notes())
                .containsExactly("Nothing to upgrade: \"base\" stands for base, below which nothing lies."
                        + " To go there, downgrade.");
    }

    @Test
    void handles_parents_that_another_parent_includes() {
        RevisionGraph redundant =
                graph(revision("a"), revision("b", "a"), revision("c", "b"), revision("m", "a", "b", "c"));
        assertThat(redundant.upgrade(ids("c"), "head").moves())
                .containsExactly(new Move(Direction.UPGRADE, id("m"), ids("c"), ids("m")));
    }

    @Test
    void tidies_needless_rows_up_with_its_first_move() {
        Route route = line.upgrade(ids("a", "b"), "head");
        assertThat(route.moves()).containsExactly(new Move(Direction.UPGRADE, id("c"), ids("a", "b"), ids("c")));
        assertThat(route.notes())
                .containsExactly(
                        "The version table holds \"a\", which other rows include already; the first move removes that.");
        assertThat(line.upgrade(ids("a", "c"), "head").notes())
                .containsExactly("The version table holds \"a\", which other rows include already;"
                        + " the next move removes what is needless.");
    }

    @Test
    void keeps_to_the_order_of_the_graph_wherever_it_starts() {
        RevisionGraph forest = graph(revision("b"), revision("b2", "b"), revision("a"), revision("a2", "a"));
        assertThat(steps(forest.upgrade(Set.of(), "heads"))).containsExactly("a", "a2", "b", "b2");
        assertThat(steps(forest.upgrade(ids("a"), "heads"))).containsExactly("a2", "b", "b2");
        assertThat(steps(forest.upgrade(ids("b"), "heads"))).containsExactly("a", "a2", "b2");
    }

    @ParameterizedTest
    @CsvSource({
        "a:b, NOT_ALLOWED_HERE, '\"a:b\" is a range. The start of an online run is where the database stands: give the end only.'",
        "current+1, NOT_ALLOWED_HERE, '\"current+1\" names the current revision, which is where the database stands already. Count steps without it, as in \"+1\" or \"-1\".'",
        "-1, WRONG_DIRECTION, 'An upgrade cannot count down, as \"-1\" asks for. Use downgrade for that.'"
    })
    void refuses_what_makes_no_sense_on_the_way_up(String target, Reason reason, String message) {
        assertThatThrownBy(() -> line.upgrade(ids("a"), target))
                .isInstanceOfSatisfying(TargetException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessage(message);
    }

    @Test
    void refuses_rows_that_the_history_lacks_and_names_the_way_out() {
        assertThatThrownBy(() -> line.upgrade(ids("z", "a", "q"), "head"))
                .isInstanceOfSatisfying(UnknownRevisionException.class, refusal -> assertThat(refusal.ids())
                        .containsExactly(id("q"), id("z")))
                .hasMessage("The version table names revisions that this history does not have: \"q\", \"z\"."
                        + " The database was migrated by another history, by a newer version of this one, or by a revision that"
                        + " was deleted since. Run the one that has them; or, once the schema is known to be that of a"
                        + " revision of this history, stamp that revision with purge. Nothing was changed.");
    }

    @Test
    void finds_the_start_of_a_branch_below_the_rows_of_others() {
        RevisionGraph fork = graph(
                revision("a"),
                revision("b", "a").labels("left"),
                revision("c", "a").labels("right"));
        assertThat(steps(fork.upgrade(ids("b"), "right@+1"))).containsExactly("c");
        assertThat(rowsAfter(fork.upgrade(ids("b"), "right@head"))).isEqualTo(ids("b", "c"));
    }
}
