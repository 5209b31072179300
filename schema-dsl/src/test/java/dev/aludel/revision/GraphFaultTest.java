package dev.aludel.revision;

import static dev.aludel.revision.Graphs.declared;
import static dev.aludel.revision.Graphs.graph;
import static dev.aludel.revision.Graphs.id;
import static dev.aludel.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.revision.GraphFault.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphFaultTest {

    @Test
    void two_revisions_cannot_have_one_id() {
        List<DeclaredRevision> twice =
                List.of(new DeclaredRevision(revision("a"), "One"), new DeclaredRevision(revision("a"), "Other"));
        assertThatThrownBy(() -> RevisionGraph.of(twice))
                .hasMessage(
                        """
                        The revisions of this history do not fit together (1 fault). Nothing was read or changed in the database.
                        - The id "a" is declared 2 times: by One, Other. Give each revision an id of its own.""");
    }

    @Test
    void what_is_revised_or_depended_on_must_exist() {
        assertFaults(
                List.of(revision("a", "b").dependsOn(id("c")).dependsOnLabel("d")),
                "Revision \"a\" (org.example.a) revises \"b\", which the history does not list.",
                "Revision \"a\" (org.example.a) depends on the revision \"c\", which the history does not list.",
                "Revision \"a\" (org.example.a) depends on the label \"d\", which the history does not list.");
    }

    @Test
    void a_label_belongs_to_one_revision_and_is_no_id() {
        assertFaults(
                List.of(revision("a").labels("x", "b"), revision("b").labels("x")),
                "The label \"x\" is declared 2 times: by \"a\" (org.example.a), \"b\" (org.example.b)."
                        + " A label belongs to one revision.",
                "The label \"b\" of \"a\" (org.example.a) is the id of the revision that org.example.b declares."
                        + " Rename the label.");
    }

    @Test
    void a_label_must_be_readable_in_a_target() {
        assertFaults(
                List.of(revision("a").labels("head", "x y", "x@y")),
                "The label \"head\" of \"a\" (org.example.a) cannot be a label:"
                        + " it is a reserved word (head, heads, base, current).",
                "The label \"x y\" of \"a\" (org.example.a) cannot be a label: it holds the invisible character U+0020,"
                        + " which no identifier may hold (@ : + - build targets; white space ends words).",
                "The label \"x@y\" of \"a\" (org.example.a) cannot be a label: it holds \"@\","
                        + " which no identifier may hold (@ : + - build targets; white space ends words).");
    }

    @Test
    void a_revision_cannot_require_itself() {
        assertFaults(
                List.of(revision("a", "a"), revision("b").labels("x").dependsOnLabel("x")),
                "Revision \"a\" (org.example.a) revises itself.",
                "Revision \"b\" (org.example.b) depends on itself, through the label \"x\".");
    }

    @Test
    void revisions_cannot_require_each_other_in_a_circle_through_either_kind_of_edge() {
        assertFaults(
                List.of(revision("a", "c"), revision("b", "a"), revision("c").dependsOn(id("b")), revision("d", "c")),
                "These revisions require each other in a circle: \"a\" (org.example.a) revises \"c\","
                        + " \"c\" (org.example.c) depends on \"b\", \"b\" (org.example.b) revises \"a\".");
    }

    @Test
    void circles_that_share_a_revision_are_told_together_and_others_apart() {
        List<GraphFault> faults = faults(List.of(
                revision("a", "b", "c"),
                revision("b", "a"),
                revision("c", "a"),
                revision("x", "y"),
                revision("y", "x"),
                revision("between", "x"),
                revision("z", "between", "a")));
        assertThat(faults)
                .extracting(GraphFault::message)
                .containsExactly(
                        "These revisions require each other in a circle: \"a\" (org.example.a) revises \"b\","
                                + " \"b\" (org.example.b) revises \"a\"."
                                + " On further circles with them: \"c\" (org.example.c).",
                        "These revisions require each other in a circle: \"x\" (org.example.x) revises \"y\","
                                + " \"y\" (org.example.y) revises \"x\".");
        assertThat(faults.get(1).revisions())
                .extracting(DeclaredRevision::declaredBy)
                .containsExactly("org.example.x", "org.example.y");
    }

    @Test
    void every_fault_is_told_at_once() {
        List<GraphFault> faults = faults(List.of(
                revision("a", "a"),
                revision("b", "missing").labels("head", "l"),
                revision("c", "d").labels("l"),
                revision("d", "c").labels("a"),
                revision("d").dependsOn(id("gone"))));
        assertThat(faults)
                .extracting(GraphFault::kind)
                .containsExactly(
                        Kind.DUPLICATE_ID,
                        Kind.MISSING_PARENT,
                        Kind.MISSING_DEPENDENCY,
                        Kind.DUPLICATE_LABEL,
                        Kind.ILLEGAL_LABEL,
                        Kind.LABEL_IS_AN_ID,
                        Kind.SELF_LOOP,
                        Kind.CYCLE);
    }

    @Test
    void needless_parents_are_no_fault() {
        RevisionGraph graph = graph(
                revision("a"), revision("b", "a"), revision("c", "b", "a", "b").dependsOn(id("a")));
        assertThat(graph.topologicalOrder()).containsExactly(id("a"), id("b"), id("c"));
    }

    @Test
    void a_circle_of_many_revisions_is_found_without_deep_recursion() {
        int count = 20_000;
        List<DeclaredRevision> ring = IntStream.range(0, count)
                .mapToObj(i -> declared(revision("r" + i, "r" + (i + 1) % count)))
                .toList();
        RevisionGraphException refusal =
                catchThrowableOfType(RevisionGraphException.class, () -> RevisionGraph.of(ring));
        assertThat(refusal.faults()).singleElement().satisfies(fault -> assertThat(fault.revisions())
                .hasSize(count));
    }

    private static void assertFaults(List<Header> headers, String... messages) {
        assertThat(faults(headers)).extracting(GraphFault::message).containsExactly(messages);
    }

    private static List<GraphFault> faults(List<Header> headers) {
        RevisionGraphException refusal = catchThrowableOfType(
                RevisionGraphException.class,
                () -> RevisionGraph.of(headers.stream().map(Graphs::declared).toList()));
        assertThat(refusal.getMessage())
                .endsWith(String.join(
                        "",
                        refusal.faults().stream()
                                .map(fault -> "\n- " + fault.message())
                                .toList()));
        return refusal.faults();
    }
}
