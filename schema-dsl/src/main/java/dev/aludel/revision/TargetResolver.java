package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the revisions that a target stands for, seen from certain rows. The empty set is base. */
final class TargetResolver {

    private final Topology topology;
    private final NameLookup names;
    private final Set<RevisionId> rows;

    /** @param rows where steps without a name are counted from, and what {@code current} stands for; all known */
    TargetResolver(Topology topology, NameLookup names, Set<RevisionId> rows) {
        this.topology = topology;
        this.names = names;
        this.rows = rows;
    }

    /** The revision that the part before the {@code @} stands for. */
    Optional<RevisionId> branch(Target target) {
        return target.branch().map(name -> names.find(name, target.text()));
    }

    /**
     * What the target stands for.
     *
     * @throws TargetException when it stands for nothing, or for more than its form allows
     */
    Set<RevisionId> resolve(Target target) {
        if (target.steps().isEmpty()) {
            return named(target);
        }
        Target.Steps steps = target.steps().get();
        Optional<RevisionId> start = target.startsAtCurrent() ? start(target) : one(target, named(target));
        return asSet(new Walk(topology, target, onBranch(target)).from(start, steps));
    }

    /** The only revision of {@code found}; empty for base. */
    static Optional<RevisionId> one(Target target, Set<RevisionId> found) {
        if (found.size() > 1) {
            List<String> several =
                    found.stream().sorted().map(RevisionId::value).toList();
            throw new TargetException(
                    target.text(),
                    Reason.SEVERAL_REVISIONS,
                    several,
                    "One revision is needed here, and %s stands for %d: %s. Name one of them, or its branch, as in %s."
                            .formatted(
                                    Text.quoted(target.text()),
                                    several.size(),
                                    Text.list(several),
                                    Text.quoted(several.get(0) + "@head")));
        }
        return found.stream().findFirst();
    }

    private Set<RevisionId> named(Target target) {
        String name = target.name().orElseThrow();
        Predicate<RevisionId> onBranch = onBranch(target);
        return switch (name) {
            case "base" -> Set.of();
            case "heads" -> filtered(topology.heads(), onBranch);
            case "head" -> asSet(one(target, filtered(topology.heads(), onBranch)));
            case "current" -> filtered(rows, onBranch);
            default -> Set.of(member(target, names.find(name, target.text())));
        };
    }

    private static Set<RevisionId> asSet(Optional<RevisionId> place) {
        return place.map(Set::of).orElse(Set.of());
    }

    private RevisionId member(Target target, RevisionId found) {
        if (!onBranch(target).test(found)) {
            throw new TargetException(
                    target.text(),
                    Reason.NOT_ON_BRANCH,
                    "%s means nothing: revision %s lies neither below nor above %s, which stands for the branch."
                            .formatted(
                                    Text.quoted(target.text()),
                                    Text.quoted(found),
                                    Text.quoted(branch(target).orElseThrow())));
        }
        return found;
    }

    private Predicate<RevisionId> onBranch(Target target) {
        Optional<Set<RevisionId>> lineage = branch(target).map(topology.lines()::lineage);
        return id -> lineage.isEmpty() || lineage.get().contains(id);
    }

    /** Where steps without a name are counted from. */
    Optional<RevisionId> start(Target target) {
        Target.Steps steps = target.steps().orElseThrow();
        requireSteps(target, steps);
        Optional<RevisionId> branch = branch(target);
        RowSet starts = branch.map(this::tips).orElseGet(() -> topology.maximal(rows));
        if (!steps.up()) {
            requireSomethingToLeave(target, branch, starts);
        }
        if (starts.size() > 1) {
            throw ambiguousStart(target, steps, starts);
        }
        return starts.stream().findFirst();
    }

    /** The rows on the branch of {@code labelled}; if there are none, what is applied there and followed by nothing. */
    private RowSet tips(RevisionId labelled) {
        Set<RevisionId> lineage = topology.lines().lineage(labelled);
        RowSet rowsThere = topology.maximal(filtered(rows, lineage::contains));
        if (!rowsThere.isEmpty()) {
            return rowsThere;
        }
        Set<RevisionId> applied = filtered(topology.requirements().ancestors(rows), lineage::contains);
        return RowSet.copyOf(applied.stream()
                .filter(id -> topology.lines().children(id).stream().noneMatch(applied::contains))
                .toList());
    }

    private void requireSteps(Target target, Target.Steps steps) {
        if (steps.count() == 0) {
            throw new TargetException(
                    target.text(),
                    Reason.MALFORMED,
                    "%s asks for no step at all. Say how many, as in \"+1\".".formatted(Text.quoted(target.text())));
        }
    }

    /** Counting down a branch that was never begun would count down the trunk below it, and take that away. */
    private void requireSomethingToLeave(Target target, Optional<RevisionId> branch, RowSet starts) {
        if (starts.isEmpty()) {
            throw new TargetException(
                    target.text(),
                    Reason.OFF_THE_END,
                    "%s leads off the end of the history: no revision is applied%s, so there is none to step back from."
                            .formatted(Text.quoted(target.text()), branch.isPresent() ? " there" : ""));
        }
        if (branch.isPresent() && !topology.requirements().ancestors(rows).contains(branch.get())) {
            throw new TargetException(
                    target.text(),
                    Reason.NOT_APPLIED,
                    ("%s steps back on the branch of %s, which is not applied; what is applied below it belongs to other"
                                    + " branches too. Name the revision to go back to.")
                            .formatted(Text.quoted(target.text()), Text.quoted(branch.get())));
        }
    }

    private static TargetException ambiguousStart(Target target, Target.Steps steps, RowSet starts) {
        List<String> ways =
                starts.stream().map(start -> start + "@" + steps.text()).toList();
        return new TargetException(
                target.text(),
                Reason.AMBIGUOUS_START,
                starts.stream().map(RevisionId::value).toList(),
                "%s can be counted from each of the %d current revisions %s. Say from which: %s, or name the revision to go to."
                        .formatted(Text.quoted(target.text()), starts.size(), Text.list(starts), Text.list(ways)));
    }

    private static Set<RevisionId> filtered(Iterable<RevisionId> ids, Predicate<RevisionId> condition) {
        Set<RevisionId> kept = new HashSet<>();
        ids.forEach(id -> {
            if (condition.test(id)) {
                kept.add(id);
            }
        });
        return kept;
    }
}
