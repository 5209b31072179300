package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads both sides of a range. Steps without a name on one side are counted from the other: {@code abcd:+2}, {@code
 * -3:head}.
 */
final class RangeResolver {

    private final Topology topology;
    private final NameLookup names;

    RangeResolver(Topology topology, NameLookup names) {
        this.topology = topology;
        this.names = names;
    }

    /** The rows that a script starts from. */
    Set<RevisionId> offlineStart(Range range) {
        range.from().ifPresent(from -> requireOffline(range, from));
        range.to().ifPresent(to -> requireOffline(range, to));
        if (range.from().filter(Target::startsAtCurrent).isPresent()) {
            throw notAllowed(
                    range, "Nothing says what the steps at the start of %s are counted from: name a revision.");
        }
        return range.from()
                .map(from -> topology.maximal(resolve(Set.of(), from)))
                .orElse(RowSet.copyOf(Set.of()));
    }

    /** What a script ends at. */
    Target offlineEnd(Range range) {
        return range.to()
                .orElseThrow(() -> notAllowed(range, "%s has no end. A script needs one, as in \"base:head\"."));
    }

    /** The revisions between both sides, and the sides; in no order. */
    Set<RevisionId> between(Range range, Set<RevisionId> rows) {
        Sides sides = sides(range, rows);
        Set<RevisionId> reached = topology.requirements().ancestors(sides.to);
        if (!sides.from.isEmpty() && sides.from.stream().noneMatch(reached::contains)) {
            throw notARange(range, sides);
        }
        Set<RevisionId> below = new HashSet<>();
        sides.from.forEach(id -> below.addAll(topology.requirements().parents(id)));
        reached.removeAll(topology.requirements().ancestors(below));
        return reached;
    }

    private Sides sides(Range range, Set<RevisionId> rows) {
        boolean fromEnd = range.from().filter(Target::startsAtCurrent).isPresent();
        boolean fromStart = range.to().filter(Target::startsAtCurrent).isPresent();
        if (fromEnd && fromStart) {
            throw notAllowed(range, "Both sides of %s only count steps: name a revision on one, or current.");
        }
        if (fromEnd) {
            Set<RevisionId> to = end(range, rows);
            return new Sides(resolve(to, range.from().orElseThrow()), to);
        }
        Set<RevisionId> from = range.from().map(side -> resolve(rows, side)).orElse(Set.of());
        return new Sides(from, end(range, fromStart ? from : rows));
    }

    private Set<RevisionId> end(Range range, Set<RevisionId> origin) {
        return range.to().map(to -> resolve(origin, to)).orElseGet(() -> Set.copyOf(topology.heads()));
    }

    private Set<RevisionId> resolve(Set<RevisionId> origin, Target target) {
        return new TargetResolver(topology, names, origin).resolve(target);
    }

    private static void requireOffline(Range range, Target side) {
        if (side.isNamed("current")) {
            throw notAllowed(
                    range, "A script is made without a database, so \"current\" in %s means nothing: name a revision.");
        }
    }

    private static TargetException notAllowed(Range range, String message) {
        return new TargetException(range.text(), Reason.NOT_ALLOWED_HERE, message.formatted(Text.quoted(range.text())));
    }

    private TargetException notARange(Range range, Sides sides) {
        boolean reversed = topology.requirements().ancestors(sides.from).containsAll(sides.to);
        return new TargetException(
                range.text(),
                Reason.NOT_A_RANGE,
                "The start of the range %s, %s, does not lie below its end, %s.%s"
                        .formatted(
                                Text.quoted(range.text()),
                                listed(sides.from),
                                listed(sides.to),
                                reversed ? " Swap the two: the earlier revision comes first." : ""));
    }

    private static String listed(Set<RevisionId> side) {
        return side.isEmpty() ? "base" : Text.list(RowSet.copyOf(side));
    }

    private record Sides(Set<RevisionId> from, Set<RevisionId> to) {}
}
