package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts steps along the lines of the graph, from a revision or from base, which is written as empty. */
final class Walk {

    private final Topology topology;
    private final Target target;
    private final Predicate<RevisionId> onBranch;

    /** @param onBranch where the way up may lead */
    Walk(Topology topology, Target target, Predicate<RevisionId> onBranch) {
        this.topology = topology;
        this.target = target;
        this.onBranch = onBranch;
    }

    /** @throws TargetException when the way forks, or ends too early */
    Optional<RevisionId> from(Optional<RevisionId> start, Target.Steps steps) {
        Optional<RevisionId> place = start;
        for (int done = 0; done < steps.count(); done++) {
            place = steps.up() ? up(place, steps, done) : down(place, steps, done);
        }
        return place;
    }

    private Optional<RevisionId> up(Optional<RevisionId> place, Target.Steps steps, int done) {
        List<RevisionId> next = place.map(topology.lines()::children).orElseGet(topology::bases).stream()
                .filter(onBranch)
                .toList();
        if (next.isEmpty()) {
            throw offTheEnd(place, steps, done, "is the last revision there");
        }
        requireOne(place, next, "is followed by");
        return Optional.of(next.get(0));
    }

    private Optional<RevisionId> down(Optional<RevisionId> place, Target.Steps steps, int done) {
        if (place.isEmpty()) {
            throw offTheEnd(place, steps, done, "is where every history begins");
        }
        List<RevisionId> next = topology.lines().parents(place.get());
        requireOne(place, next, "is a merge of");
        return next.stream().findFirst();
    }

    private void requireOne(Optional<RevisionId> place, List<RevisionId> next, String relation) {
        if (next.size() > 1) {
            throw new TargetException(
                    target.text(),
                    Reason.AMBIGUOUS_STEP,
                    next.stream().map(RevisionId::value).toList(),
                    "The steps of %s lead to a fork: %s %s %s. Name the revision to go to%s."
                            .formatted(
                                    Text.quoted(target.text()),
                                    described(place),
                                    relation,
                                    Text.list(next),
                                    target.steps().filter(Target.Steps::up).isPresent()
                                            ? ", or the branch, as in %s"
                                                    .formatted(Text.quoted(next.get(0) + "@"
                                                            + target.text()
                                                                    .substring(target.text()
                                                                                    .indexOf('@')
                                                                            + 1)))
                                            : ""));
        }
    }

    private TargetException offTheEnd(Optional<RevisionId> place, Target.Steps steps, int done, String why) {
        return new TargetException(
                target.text(),
                Reason.OFF_THE_END,
                "%s leads off the end of the history: after %d of the steps %s comes %s, which %s."
                        .formatted(Text.quoted(target.text()), done, Text.quoted(steps.text()), described(place), why));
    }

    private static String described(Optional<RevisionId> place) {
        return place.map(Text::quoted).orElse("base");
    }
}
