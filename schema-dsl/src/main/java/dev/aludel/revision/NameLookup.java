package dev.aludel.revision;

import dev.aludel.revision.TargetException.Reason;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the revision that a name within a target stands for. */
final class NameLookup {

    /** A shorter prefix means something else too soon, as a history grows. */
    private static final int SHORTEST_PREFIX = 4;

    private final NavigableMap<String, RevisionId> ids = new TreeMap<>();
    private final Map<String, RevisionId> labels;

    NameLookup(Topology topology) {
        topology.ids().forEach(id -> ids.put(id.value(), id));
        this.labels = topology.labels();
    }

    /**
     * The revision with this id, else the one that declares this label, else the only one whose id begins so.
     *
     * @param target the whole target, for messages
     * @throws TargetException when there is none, or several
     */
    RevisionId find(String name, String target) {
        RevisionId exact = ids.getOrDefault(name, labels.get(name));
        return exact != null ? exact : findByPrefix(name, target);
    }

    private RevisionId findByPrefix(String name, String target) {
        List<String> matches = List.copyOf(beginningWith(name).keySet());
        if (matches.isEmpty()) {
            throw unknown(name, target);
        }
        if (name.length() < SHORTEST_PREFIX) {
            throw tooShort(name, target, matches);
        }
        if (matches.size() > 1) {
            throw ambiguous(name, target, matches);
        }
        return beginningWith(name).firstEntry().getValue();
    }

    private NavigableMap<String, RevisionId> beginningWith(String prefix) {
        return ids.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    private TargetException unknown(String name, String target) {
        Optional<String> nearest = nearest(name);
        return new TargetException(
                target,
                Reason.UNKNOWN_NAME,
                nearest.stream().toList(),
                "%s%s is neither a revision nor a branch label of this history%s"
                        .formatted(
                                within(name, target),
                                Text.quoted(name),
                                nearest.map(meant -> "; did you mean %s?".formatted(Text.quoted(meant)))
                                        .orElse(", and nothing in it has a similar name.")));
    }

    private static TargetException tooShort(String name, String target, List<String> matches) {
        return new TargetException(
                target,
                Reason.PREFIX_TOO_SHORT,
                matches,
                "%s%s is neither an id nor a label, and too short to be the beginning of one: type at least %d characters of %s."
                        .formatted(within(name, target), Text.quoted(name), SHORTEST_PREFIX, Text.list(matches)));
    }

    private static TargetException ambiguous(String name, String target, List<String> matches) {
        return new TargetException(
                target,
                Reason.AMBIGUOUS_PREFIX,
                matches,
                "%s%s is the beginning of %d ids: %s. Type more of the one that is meant."
                        .formatted(within(name, target), Text.quoted(name), matches.size(), Text.list(matches)));
    }

    private static String within(String name, String target) {
        return name.equals(target) ? "" : "In the target %s, ".formatted(Text.quoted(target));
    }

    private Optional<String> nearest(String name) {
        return Nearest.to(
                name,
                Stream.of(Identifiers.RESERVED.stream(), labels.keySet().stream(), ids.keySet().stream())
                        .flatMap(names -> names));
    }
}
