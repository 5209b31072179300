package dev.aludel.revision;

import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.ids;
import static dev.aludel.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.revision.TargetException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each form of a target stands for, seen from the row {@code bill_1}. */
class TargetTest {

    /**
     * <pre>
     * root - trunk - bill_1 - bill_2 - merge - last
     *              \ shop_1 ---------/
     * lone - lone2
     * </pre>
     */
    private final RevisionGraph graph = graph(
            revision("root"),
            revision("trunk", "root"),
            revision("bill_1", "trunk").labels("billing"),
            revision("bill_2", "bill_1"),
            revision("shop_1", "trunk").labels("shopping"),
            revision("merge", "bill_2", "shop_1"),
            revision("last", "merge"),
            revision("lone").labels("apart"),
            revision("lone2", "lone"));

    private final Set<RevisionId> rows = ids("bill_1");

    @ParameterizedTest
    @CsvSource({
        "heads, last lone2",
        "base, ''",
        "bill_2, bill_2",
        "lone, lone",
        "trun, trunk",
        "billing, bill_1",
        "billing@head, last",
        "apart@heads, lone2",
        "billing@base, ''",
        "billing@trunk, trunk",
        "shop_1@merge, merge",
        "trun@head, last",
        "current, bill_1",
        "+1, bill_2",
        "-1, trunk",
        "-3, ''",
        "+003, last",
        "current+1, bill_2",
        "root+1, trunk",
        "merge+1, last",
        "last-1, merge",
        "trunk+0, trunk",
        "billing@+1, bill_2",
        "apart@+1, lone",
        "apart@+2, lone2",
        "billing@-1, trunk",
        "billing@trunk+1, bill_1",
        "apart@head-1, lone",
        "shopping@base+3, shop_1",
        "billing-1, trunk"
    })
    void stands_for_revisions(String target, String expected) {
        assertThat(String.join(
                        " ",
                        graph.resolve(rows, target).stream()
                                .map(RevisionId::value)
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "trunk:billing@head, last merge shop_1 bill_2 bill_1 trunk",
        "current:heads, last merge shop_1 bill_2 bill_1 lone2 lone",
        "-3:current, bill_1 trunk root",
        "current:+2, merge shop_1 bill_2 bill_1"
    })
    void spans_what_lies_between_the_sides_of_a_range(String range, String expected) {
        assertThat(String.join(
                        " ",
                        graph.history(range, rows).stream()
                                .map(header -> header.id().value())
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "@head",
                "billing@",
                "a@b@c",
                "+",
                "-",
                "+1+1",
                "bill_1+",
                "bill_1+x",
                "bill_1+1x",
                "--1",
                "+ 1",
                "bill_1-1-1",
                "root:last"
            })
    void must_follow_the_grammar_to_its_end(String target) {
        assertThatThrownBy(() -> graph.resolve(rows, target))
                .isInstanceOfSatisfying(TargetException.class, refusal -> assertThat(refusal.reason())
                        .isIn(Reason.MALFORMED, Reason.UNKNOWN_NAME));
    }

    @Test
    void that_follows_no_rule_is_shown_the_rules() {
        assertRefused(
                "+1+1",
                Reason.MALFORMED,
                "\"+1+1\" is not a target. A target is head, heads, base, an id or four characters or more of its beginning,"
                        + " or a branch label; perhaps with a branch before it (label@head), perhaps with steps after it"
                        + " (id+1, label@head-2); or steps alone (+1, -1, label@+1).");
    }

    @Test
    void with_a_misspelt_name_is_answered_with_the_nearest() {
        assertRefused(
                "biling@base",
                Reason.UNKNOWN_NAME,
                "In the target \"biling@base\", \"biling\" is neither a revision nor a branch label of this history;"
                        + " did you mean \"billing\"?",
                "billing");
        assertRefused(
                "haed",
                Reason.UNKNOWN_NAME,
                "\"haed\" is neither a revision nor a branch label of this history; did you mean \"head\"?",
                "head");
        assertRefused(
                "completely_else",
                Reason.UNKNOWN_NAME,
                "\"completely_else\" is neither a revision nor a branch label of this history,"
                        + " and nothing in it has a similar name.");
    }

    @Test
    void with_the_beginning_of_several_ids_names_them() {
        assertRefused(
                "bill_",
                Reason.AMBIGUOUS_PREFIX,
                "\"bill_\" is the beginning of 2 ids: \"bill_1\", \"bill_2\". Type more of the one that is meant.",
                "bill_1",
                "bill_2");
    }

    @Test
    void with_too_short_a_beginning_says_how_much_to_type() {
        assertRefused(
                "tru",
                Reason.PREFIX_TOO_SHORT,
                "\"tru\" is neither an id nor a label, and too short to be the beginning of one:"
                        + " type at least 4 characters of \"trunk\".",
                "trunk");
    }

    @Test
    void takes_an_exact_id_for_itself_even_where_others_begin_so() {
        assertThat(graph.resolve(rows, "lone")).containsExactly(id("lone"));
    }

    @Test
    void must_lie_on_its_branch() {
        assertRefused(
                "shopping@bill_2",
                Reason.NOT_ON_BRANCH,
                "\"shopping@bill_2\" means nothing: revision \"bill_2\" lies neither below nor above \"shop_1\","
                        + " which stands for the branch.");
    }

    @Test
    void head_needs_a_branch_where_there_are_several() {
        assertRefused(
                "head",
                Reason.SEVERAL_REVISIONS,
                "One revision is needed here, and \"head\" stands for 2: \"last\", \"lone2\"."
                        + " Name one of them, or its branch, as in \"last@head\".",
                "last",
                "lone2");
    }

    @Test
    void cannot_lead_off_either_end() {
        assertRefused(
                "lone+2",
                Reason.OFF_THE_END,
                "\"lone+2\" leads off the end of the history: after 1 of the steps \"+2\" comes \"lone2\","
                        + " which is the last revision there.");
        assertRefused(
                "-4",
                Reason.OFF_THE_END,
                "\"-4\" leads off the end of the history: after 3 of the steps \"-4\" comes base,"
                        + " which is where every history begins.");
        assertRefused(
                "lone+99999999999999999999",
                Reason.OFF_THE_END,
                "\"lone+99999999999999999999\" leads off the end of the history: after 1 of the steps"
                        + " \"+99999999999999999999\" comes \"lone2\", which is the last revision there.");
    }

    @Test
    void cannot_choose_at_a_fork() {
        assertRefused(
                "trunk+1",
                Reason.AMBIGUOUS_STEP,
                "The steps of \"trunk+1\" lead to a fork: \"trunk\" is followed by \"bill_1\", \"shop_1\"."
                        + " Name the revision to go to, or the branch, as in \"bill_1@trunk+1\".",
                "bill_1",
                "shop_1");
        assertRefused(
                "last-2",
                Reason.AMBIGUOUS_STEP,
                "The steps of \"last-2\" lead to a fork: \"merge\" is a merge of \"bill_2\", \"shop_1\"."
                        + " Name the revision to go to.",
                "bill_2",
                "shop_1");
    }

    @Test
    void cannot_choose_among_several_current_revisions() {
        assertThatThrownBy(() -> graph.resolve(ids("bill_1", "lone"), "-1"))
                .isInstanceOfSatisfying(TargetException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.AMBIGUOUS_START);
                    assertThat(refusal.candidates()).containsExactly("bill_1", "lone");
                })
                .hasMessage("\"-1\" can be counted from each of the 2 current revisions \"bill_1\", \"lone\"."
                        + " Say from which: \"bill_1@-1\", \"lone@-1\", or name the revision to go to.");
        assertThat(graph.resolve(ids("bill_1", "lone"), "bill_1@-1")).containsExactly(id("trunk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0", "-0", "billing@+0"})
    void that_counts_steps_must_count_one_at_least(String target) {
        assertRefused(
                target, Reason.MALFORMED, "\"" + target + "\" asks for no step at all. Say how many, as in \"+1\".");
    }

    @Test
    void that_is_very_long_is_cut_in_messages() {
        assertThatThrownBy(() -> graph.resolve(rows, "x".repeat(1_000_000)))
                .hasMessageStartingWith("\"" + "x".repeat(80) + "…\" is neither")
                .hasMessageNotContaining("x".repeat(81));
    }

    private void assertRefused(String target, Reason reason, String message, String... candidates) {
        assertThatThrownBy(() -> graph.resolve(rows, target))
                .isInstanceOfSatisfying(TargetException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.target()).isEqualTo(target);
                    assertThat(refusal.candidates()).containsExactly(candidates);
                })
                .hasMessage(message);
    }
}
