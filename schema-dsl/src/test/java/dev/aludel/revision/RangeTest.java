package dev.aludel.revision;

import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.ids;
import static dev.aludel.revision.Graphs.revision;
import static dev.aludel.revision.Graphs.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.revision.TargetException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    /** a - b - d - e, b - c - d. */
    private final RevisionGraph graph = graph(
            revision("a"),
            revision("b", "a"),
            revision("c", "b").labels("side"),
            revision("d", "b", "c"),
            revision("e", "d"));

    @Test
    void of_an_offline_upgrade_starts_at_base_when_only_its_end_is_given() {
        assertThat(steps(graph.upgradeOffline("b"))).containsExactly("a", "b");
        assertThat(steps(graph.upgradeOffline("base:b"))).containsExactly("a", "b");
        assertThat(steps(graph.upgradeOffline(":b"))).containsExactly("a", "b");
        assertThat(steps(graph.upgradeOffline("b:head"))).containsExactly("c", "d", "e");
        assertThat(steps(graph.upgradeOffline("+2"))).containsExactly("a", "b");
        assertThat(graph.upgradeOffline("b:c").moves())
                .containsExactly(new Move(Direction.UPGRADE, id("c"), ids("b"), ids("c")));
    }

    @Test
    void of_an_offline_downgrade_goes_from_above_to_below() {
        assertThat(steps(graph.downgradeOffline("e:d"))).containsExactly("e");
        assertThat(steps(graph.downgradeOffline("head:-1"))).containsExactly("e");
        assertThat(steps(graph.downgradeOffline("d:base"))).containsExactly("d", "c", "b", "a");
    }

    @Test
    void of_an_offline_stamp_replaces_its_start_by_its_end() {
        assertThat(graph.stampOffline("b:head").moves())
                .containsExactly(new Move(Direction.STAMP, id("e"), ids("b"), ids("e")));
        assertThat(graph.stampOffline("b").moves())
                .containsExactly(new Move(Direction.STAMP, id("b"), ids(), ids("b")));
        assertThat(graph.stampOffline("a:b", "d").moves())
                .containsExactly(new Move(Direction.STAMP, id("d"), ids("a"), ids("d")));
        assertThatThrownBy(() -> graph.stampOffline("a:b", "b:d"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("\"b:d\" is a range. Where a stamp starts is said once");
    }

    @ParameterizedTest
    @CsvSource({
        "e, '\"e\" does not say where the downgrade starts. A script needs both ends, as in \"head:base\".'",
        "e:, '\"e:\" has no end. A script needs one, as in \"base:head\".'",
        "current:a, 'A script is made without a database, so \"current\" in \"current:a\" means nothing: name a revision.'",
        "-1:a, 'Nothing says what the steps at the start of \"-1:a\" are counted from: name a revision.'"
    })
    void without_a_database_must_stand_by_itself(String range, String message) {
        assertThatThrownBy(() -> graph.downgradeOffline(range))
                .isInstanceOfSatisfying(TargetException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.NOT_ALLOWED_HERE))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "':', e d c b a",
        "b:d, d c b",
        "'c:', e d c",
        ":c, c b a",
        "c, c b a",
        "current:, e d c",
        "current:current, c",
        "-1:current, c b",
        "current:+1, d c",
        "side:head, e d c",
        "-1:, e d",
        "base:base, ''"
    })
    void of_the_history_is_listed_newest_first_with_both_ends(String range, String expected) {
        assertThat(String.join(
                        " ",
                        graph.history(range, ids("c")).stream()
                                .map(header -> header.id().value())
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "e:a, NOT_A_RANGE, 'The start of the range \"e:a\", \"e\", does not lie below its end, \"a\". Swap the two: the earlier revision comes first.'",
        "a:b:c, MALFORMED, '\"a:b:c\" is not a range. A range is FROM:TO, with one colon.'",
        "-1:+1, NOT_ALLOWED_HERE, 'Both sides of \"-1:+1\" only count steps: name a revision on one, or current.'"
    })
    void of_the_history_must_go_up(String range, Reason reason, String message) {
        assertThatThrownBy(() -> graph.history(range, Set.of()))
                .isInstanceOfSatisfying(TargetException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessage(message);
    }

    @Test
    void of_an_offline_upgrade_that_goes_down_is_empty_with_a_note() {
        assertThat(graph.upgradeOffline("e:b").notes())
                .singleElement()
                .asString()
                .contains("\"b\" is applied already");
    }

    @ParameterizedTest
    @CsvSource({
        "current, true",
        "label@current, true",
        "-1, true",
        "label@+2, true",
        "current:, true",
        ":current+1, true",
        "head, false",
        "abcd-1, false",
        "-2:head, false",
        ":, false"
    })
    void or_a_target_may_depend_on_where_a_database_stands(String text, boolean depends) {
        assertThat(RevisionGraph.dependsOnCurrent(text)).isEqualTo(depends);
    }
}
