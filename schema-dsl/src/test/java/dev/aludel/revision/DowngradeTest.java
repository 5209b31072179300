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
import java.util.Set;
import org.junit.jupiter.api.Test;

class DowngradeTest {

    private final RevisionGraph line = line("a", "b", "c");

    /** trunk - left1 - left2, trunk - right1 - right2; other depends on right1. */
    private final RevisionGraph fork = graph(
            revision("trunk"),
            revision("left1", "trunk").labels("left"),
            revision("left2", "left1"),
            revision("right1", "trunk").labels("right"),
            revision("right2", "right1"),
            revision("other").dependsOn(id("right1")));

    @Test
    void takes_down_what_lies_above_its_target() {
        assertThat(line.downgrade(ids("c"), "a").moves())
                .containsExactly(
                        new Move(Direction.DOWNGRADE, id("c"), ids("c"), ids("b")),
                        new Move(Direction.DOWNGRADE, id("b"), ids("b"), ids("a")));
        assertThat(rowsAfter(line.downgrade(ids("c"), "base"))).isEmpty();
    }

    @Test
    void takes_down_what_depends_on_that_too() {
        Route route = fork.downgrade(ids("left2", "right2", "other"), "right@trunk");
        assertThat(steps(route)).containsExactly("right2", "other", "right1");
        assertThat(rowsAfter(route)).isEqualTo(ids("left2"));
    }

    @Test
    void steps_back_on_one_line_only() {
        assertThat(steps(fork.downgrade(ids("left1", "right1"), "left1@-1"))).containsExactly("left1");
        assertThat(steps(fork.downgrade(ids("left2", "right1"), "left@-2"))).containsExactly("left2", "left1");
        assertThat(steps(fork.downgrade(ids("right2"), "-1"))).containsExactly("right2");
    }

    @Test
    void goes_back_to_both_parents_of_a_merge() {
        RevisionGraph merged = graph(revision("a"), revision("b"), revision("m", "a", "b"));
        assertThat(merged.downgrade(ids("m"), "a").moves())
                .containsExactly(new Move(Direction.DOWNGRADE, id("m"), ids("m"), ids("a", "b")));
    }

    @Test
    void leaves_no_row_for_a_parent_that_another_row_includes() {
        RevisionGraph redundant =
                graph(revision("a"), revision("b", "a"), revision("c", "b"), revision("m", "a", "c"), revision("x"));
        assertThat(rowsAfter(redundant.downgrade(ids("m", "x"), "c"))).isEqualTo(ids("c", "x"));
    }

    @Test
    void is_empty_at_its_target() {
        assertThat(line.downgrade(ids("b"), "b").isEmpty()).isTrue();
        assertThat(line.downgrade(Set.of(), "base").isEmpty()).isTrue();
    }

    @Test
    void cannot_end_where_nothing_is_applied() {
        assertRefused(
                line,
                ids("a"),
                "c",
                Reason.NOT_APPLIED,
                "A downgrade cannot end at \"c\": it is not applied. The database is at \"a\". Nothing was changed.");
        assertRefused(
                fork,
                ids("other"),
                "right1",
                Reason.NOT_APPLIED,
                "A downgrade cannot end at \"right1\": it is applied because others depend on it, and nothing that"
                        + " revises it is applied. The database is at \"other\". Nothing was changed.");
        assertRefused(
                line,
                Set.of(),
                "a",
                Reason.NOT_APPLIED,
                "A downgrade cannot end at \"a\": it is not applied. The database is at base. Nothing was changed.");
    }

    @Test
    void does_not_take_the_trunk_for_a_branch_that_was_never_begun() {
        assertRefused(
                fork,
                ids("left1"),
                "right@-1",
                Reason.NOT_APPLIED,
                "\"right@-1\" steps back on the branch of \"right1\", which is not applied; what is applied below it"
                        + " belongs to other branches too. Name the revision to go back to.");
    }

    @Test
    void does_not_ignore_a_misspelt_branch() {
        assertRefused(
                line,
                ids("c"),
                "biling@base",
                Reason.UNKNOWN_NAME,
                "In the target \"biling@base\", \"biling\" is neither a revision nor a branch label of this history,"
                        + " and nothing in it has a similar name.");
    }

    @Test
    void cannot_count_up_or_from_nowhere() {
        assertRefused(
                line,
                ids("b"),
                "+1",
                Reason.WRONG_DIRECTION,
                "A downgrade cannot count up, as \"+1\" asks for. Use upgrade for that.");
        assertRefused(
                line,
                Set.of(),
                "-1",
                Reason.OFF_THE_END,
                "\"-1\" leads off the end of the history: no revision is applied, so there is none to step back from.");
    }

    @Test
    void needs_one_revision_to_end_at() {
        assertRefused(
                fork,
                ids("left2", "right2", "other"),
                "heads",
                Reason.SEVERAL_REVISIONS,
                "One revision is needed here, and \"heads\" stands for 3: \"left2\", \"other\", \"right2\"."
                        + " Name one of them, or its branch, as in \"left2@head\".");
    }

    private static void assertRefused(
            RevisionGraph graph, Set<RevisionId> rows, String target, Reason reason, String message) {
        assertThatThrownBy(() -> graph.downgrade(rows, target))
                .isInstanceOfSatisfying(TargetException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessage(message);
    }
}
