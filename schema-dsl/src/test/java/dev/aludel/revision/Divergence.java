package dev.aludel.revision;

import dev.aludel.revision.GraphFault.Kind;
import dev.aludel.revision.TargetException.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Where the answer differs from Alembic's on purpose; the first that fits explains a case. */
enum Divergence {
    /** Alembic warns of a duplicate id and lets the last one win; an empty label passes. */
    FAULTY_HISTORY_IS_REFUSED(
            (reference, outcome) -> isFault(outcome, Kind.DUPLICATE_ID) || isFault(outcome, Kind.ILLEGAL_LABEL)),

    /** Alembic reports whichever fault it happens on first: of the target, say, in a history that has a cycle. */
    HISTORY_IS_CHECKED_FIRST((reference, outcome) ->
            reference.alembicRefused() && outcome.refusal().orElse(null) instanceof RevisionGraphException),

    /** Alembic takes a row for a prefix, then fails to update the row of the full id. */
    ROW_IS_A_WHOLE_ID((reference, outcome) -> unknownRows(outcome) && !hasForeignRow(reference)),

    /** Alembic reports the target first, or never looks at the rows. */
    ROWS_ARE_CHECKED_FIRST((reference, outcome) -> unknownRows(outcome) && hasForeignRow(reference)),

    /** Alembic measures the candidate, not what was typed. */
    PREFIX_HAS_FOUR_CHARACTERS((reference, outcome) -> is(outcome, Reason.PREFIX_TOO_SHORT)),

    /** Alembic never looks at a branch that it does not need, misspelt, ambiguous, or elsewhere. */
    BRANCH_IS_NEVER_IGNORED((reference, outcome) -> hasBranch(reference)
            && (is(outcome, Reason.UNKNOWN_NAME)
                    || is(outcome, Reason.AMBIGUOUS_PREFIX)
                    || is(outcome, Reason.NOT_ON_BRANCH))),

    /** Alembic's pattern is not anchored: it drops what it cannot read. */
    TARGET_IS_READ_TO_ITS_END((reference, outcome) -> is(outcome, Reason.MALFORMED)),

    /** Alembic takes the head of the whole history. */
    HEAD_ON_DOWNGRADE_KEEPS_TO_ITS_BRANCH(
            (reference, outcome) -> reference.command().equals("downgrade")
                    && reference.target().matches(".*@heads?")
                    && List.of("multiple_heads", "not_downgradable_from_here").contains(reference.kind())),

    /** Alembic counts from the row that the database returns first. */
    STEPS_FROM_SEVERAL_ROWS_ARE_REFUSED((reference, outcome) -> is(outcome, Reason.AMBIGUOUS_START)
            && reference.command().equals("downgrade")
            && reference.rows().size() > 1),

    /** Alembic takes the trunk down, and all that grows from it. */
    STEPS_BACK_NEED_A_BEGUN_BRANCH((reference, outcome) ->
            is(outcome, Reason.NOT_APPLIED) && reference.target().matches("[^@]+@-\\d+")),

    /** Alembic looks for the branch below the label only. */
    BRANCH_REACHES_ABOVE_ITS_LABEL(
            (reference, outcome) -> reference.kind().equals("no_such_branch_path") && !outcome.isRefused()),

    /** Alembic stamps a revision for each head when told to count. */
    STAMP_NAMES_ITS_REVISION((reference, outcome) ->
            reference.command().equals("stamp") && reference.alembicAnswered() && is(outcome, Reason.NOT_ALLOWED_HERE)),

    /** Alembic writes a row for each target, even where one includes the other. */
    STAMP_WRITES_NO_ROW_BELOW_ANOTHER(
            (reference, outcome) -> reference.command().equals("stamp")
                    && reference.targets().size() > 1
                    && reference.alembicAnswered()
                    && outcome.rowsAfter(reference).equals(names(maximal(outcome, reference.headsAfter())))),

    /** Alembic refuses such rows, updates one of two, or counts from the lower one. */
    NEEDLESS_ROWS_ARE_TIDIED((reference, outcome) -> hasNeedlessRow(reference, outcome)
            && (!outcome.isRefused() || reference.kind().equals("ambiguous_upgrade")));

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
    private final BiPredicate<ReferenceCase, Outcome> fits;

    Divergence(BiPredicate<ReferenceCase, Outcome> fits) {
        this.fits = fits;
    }

    boolean explains(ReferenceCase reference, Outcome outcome) {
        return fits.test(reference, outcome);
    }

    private static boolean is(Outcome outcome, Reason reason) {
        return outcome.refusal().orElse(null) instanceof TargetException refusal && refusal.reason() == reason;
    }

    private static boolean isFault(Outcome outcome, Kind kind) {
        return outcome.refusal().orElse(null) instanceof RevisionGraphException refusal
                && refusal.faults().stream().anyMatch(fault -> fault.kind() == kind);
    }

    private static boolean unknownRows(Outcome outcome) {
        return outcome.refusal().orElse(null) instanceof UnknownRevisionException;
    }

    private static boolean hasForeignRow(ReferenceCase reference) {
        return reference.rows().stream().anyMatch(row -> reference.revisions().stream()
                .noneMatch(revision -> revision.id().value().startsWith(row)));
    }

    private static boolean hasBranch(ReferenceCase reference) {
        return reference.targets().stream().anyMatch(target -> target.indexOf('@') > 0);
    }

    private static boolean hasNeedlessRow(ReferenceCase reference, Outcome outcome) {
        Set<String> rows = new HashSet<>(reference.rows());
        return rows.size() < reference.rows().size() || maximal(outcome, rows).size() < rows.size();
    }

    private static Set<RevisionId> maximal(Outcome outcome, Set<String> rows) {
        return SoundRoute.maximal(
                outcome.graph().orElseThrow(), rows.stream().map(RevisionId::of).collect(Collectors.toSet()));
    }

    private static Set<String> names(Set<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.toSet());
    }
}
