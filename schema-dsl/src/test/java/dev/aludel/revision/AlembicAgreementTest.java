package dev.aludel.revision;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * 2,000 graphs with a database state, a command and a target, each answered by Alembic 1.19.2. Where the answers differ,
 * one of the {@link Divergence}s explains it, and how many cases each explains is fixed.
 */
class AlembicAgreementTest {

    private static final List<ReferenceCase> CASES = ReferenceCase.all();

    /** Which of our refusals match each of Alembic's; those that match none are divergences. */
    private static final Map<String, Set<String>> MATCHING_KINDS = Map.ofEntries(
            entry("ambiguous_upgrade", Set.of("AMBIGUOUS_START")),
            entry("ambiguous_walk", Set.of("AMBIGUOUS_STEP")),
            entry("cycle", Set.of("CYCLE")),
            entry("duplicate_label", Set.of("DUPLICATE_LABEL", "LABEL_IS_AN_ID")),
            entry("illegal_character", Set.of("InvalidRevisionIdException")),
            entry("multiple_heads", Set.of("SEVERAL_REVISIONS")),
            entry("no_such_branch_path", Set.of()),
            entry("not_downgradable_from_here", Set.of("NOT_APPLIED")),
            entry("overlapping_heads", Set.of()),
            entry("range_not_allowed", Set.of("NOT_ALLOWED_HERE")),
            entry("relative_out_of_range", Set.of("OFF_THE_END", "WRONG_DIRECTION", "MALFORMED")),
            entry("self_loop", Set.of("SELF_LOOP")),
            entry(
                    "unresolved",
                    Set.of(
                            "UNKNOWN_NAME",
                            "PREFIX_TOO_SHORT",
                            "AMBIGUOUS_PREFIX",
                            "NOT_ON_BRANCH",
                            "NOT_ALLOWED_HERE",
                            "MALFORMED",
                            "UnknownRevisionException")),
            entry("version_row_count", Set.of()),
            entry("walked_too_far", Set.of("OFF_THE_END")));

    private static final Map<String, Integer> VERDICTS = Map.ofEntries(
            entry("same answer", 1002),
            entry("same refusal", 673),
            entry("Alembic crashes, answered", 26),
            entry("Alembic crashes, refused", 116),
            entry("FAULTY_HISTORY_IS_REFUSED", 13),
            entry("HISTORY_IS_CHECKED_FIRST", 2),
            entry("ROW_IS_A_WHOLE_ID", 9),
            entry("ROWS_ARE_CHECKED_FIRST", 9),
            entry("PREFIX_HAS_FOUR_CHARACTERS", 45),
            entry("BRANCH_IS_NEVER_IGNORED", 19),
            entry("TARGET_IS_READ_TO_ITS_END", 2),
            entry("HEAD_ON_DOWNGRADE_KEEPS_TO_ITS_BRANCH", 25),
            entry("STEPS_FROM_SEVERAL_ROWS_ARE_REFUSED", 10),
            entry("STEPS_BACK_NEED_A_BEGUN_BRANCH", 3),
            entry("BRANCH_REACHES_ABOVE_ITS_LABEL", 3),
            entry("STAMP_NAMES_ITS_REVISION", 11),
            entry("STAMP_WRITES_NO_ROW_BELOW_ANOTHER", 15),
            entry("NEEDLESS_ROWS_ARE_TIDIED", 17));

    @Test
    void every_case_agrees_or_diverges_on_purpose() {
        Map<String, Integer> verdicts = new TreeMap<>();
        for (ReferenceCase reference : CASES) {
            verdicts.merge(verdict(reference, Outcome.of(reference)), 1, Integer::sum);
        }
        assertThat(verdicts).containsExactlyInAnyOrderEntriesOf(VERDICTS);
    }

    @Test
    void an_upgrade_on_which_alembic_crashes_ends_where_its_target_and_its_rows_together_stand() {
        for (ReferenceCase reference : answeredCrashes("upgrade")) {
            Outcome outcome = Outcome.of(reference);
            RevisionGraph graph = outcome.graph().orElseThrow();
            Set<RevisionId> wanted = new HashSet<>(ids(reference.rows()));
            wanted.addAll(graph.resolve(ids(reference.rows()), reference.target()));
            assertThat(ids(outcome.rowsAfter(reference)))
                    .as(reference.toString())
                    .isEqualTo(SoundRoute.maximal(graph, wanted));
        }
    }

    @Test
    void a_stamp_on_which_alembic_crashes_ends_at_its_targets_and_the_rows_that_none_of_them_touches() {
        for (ReferenceCase reference : answeredCrashes("stamp")) {
            Outcome outcome = Outcome.of(reference);
            RevisionGraph graph = outcome.graph().orElseThrow();
            Set<RevisionId> wanted = SoundRoute.maximal(graph, ids(reference.targets()));
            Set<RevisionId> touched = new HashSet<>(graph.ancestors(ids(reference.targets())));
            touched.addAll(graph.descendants(ids(reference.targets())));
            ids(reference.rows()).stream().filter(row -> !touched.contains(row)).forEach(wanted::add);
            assertThat(ids(outcome.rowsAfter(reference)))
                    .as(reference.toString())
                    .isEqualTo(wanted);
        }
    }

    @Test
    void a_downgrade_on_which_alembic_crashes_takes_as_many_steps_off_the_branch_as_asked_for() {
        assertThat(answeredCrashes("downgrade"))
                .extracting(ReferenceCase::number, reference -> Outcome.of(reference)
                        .rowsAfter(reference))
                .containsExactly(tuple(166, Set.of("07c71ff1bcb7")), tuple(1887, Set.of("d")));
    }

    @Test
    void every_route_is_sound_at_each_of_its_moves() {
        for (ReferenceCase reference : CASES) {
            Outcome outcome = Outcome.of(reference);
            outcome.route().ifPresent(route -> SoundRoute.check(outcome.graph().orElseThrow(), route));
        }
    }

    @Test
    void the_order_in_which_a_history_lists_its_revisions_changes_no_answer_and_no_message() {
        for (ReferenceCase reference : CASES) {
            assertThat(Outcome.reversed(reference).described())
                    .as(reference.toString())
                    .isEqualTo(Outcome.of(reference).described());
        }
    }

    private static List<ReferenceCase> answeredCrashes(String command) {
        List<ReferenceCase> answered = CASES.stream()
                .filter(reference -> reference.command().equals(command) && reference.alembicCrashed())
                .filter(reference -> !Outcome.of(reference).isRefused())
                .toList();
        assertThat(answered).isNotEmpty();
        return answered;
    }

    private static Set<RevisionId> ids(Collection<String> names) {
        return names.stream().map(RevisionId::of).collect(Collectors.toSet());
    }

    private static String verdict(ReferenceCase reference, Outcome outcome) {
        if (reference.alembicCrashed()) {
            return outcome.isRefused() ? "Alembic crashes, refused" : "Alembic crashes, answered";
        }
        if (agrees(reference, outcome)) {
            return outcome.isRefused() ? "same refusal" : "same answer";
        }
        return Arrays.stream(Divergence.values())
                .filter(divergence -> divergence.explains(reference, outcome))
                .map(Divergence::name)
                .findFirst()
                .orElse("UNEXPLAINED " + reference);
    }

    private static boolean agrees(ReferenceCase reference, Outcome outcome) {
        if (outcome.isRefused()) {
            return reference.alembicRefused()
                    && MATCHING_KINDS.getOrDefault(reference.kind(), Set.of()).contains(outcome.kind());
        }
        return reference.alembicAnswered()
                && outcome.steps().equals(reference.steps())
                && outcome.rowsAfter(reference).equals(reference.headsAfter());
    }
}
