package dev.aludel.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version rows of a database in which every revision of a history is applied: of each, or something that requires it.
 *
 * <p>One pass over the headers finds them, and proves at the same time that the headers make a sound graph. So a program
 * that starts, and finds that there is nothing to do, never builds the graph.
 */
public final class AllApplied {

    private final Set<RevisionId> rows;
    private final boolean hasOneHead;

    private AllApplied(Set<RevisionId> rows, boolean hasOneHead) {
        this.rows = rows;
        this.hasOneHead = hasOneHead;
    }

    /**
     * The rows for these headers.
     *
     * @return empty when the headers contradict each other, or when there are none; {@link RevisionGraph#of} says in which way
     */
    public static Optional<AllApplied> of(List<Header> headers) {
        Edges edges = new Edges(headers);
        return edges.sound ? edges.allApplied() : Optional.empty();
    }

    /** Whether a database that stands at {@code found} has nothing to upgrade on its way to {@code target}, for all one knows. */
    public boolean isReached(Set<RevisionId> found, String target) {
        return (target.equals("heads") || (hasOneHead && isHead(target))) && rows.equals(found);
    }

    /** The only head has the only row: whatever else there is, it requires. */
    private boolean isHead(String target) {
        return target.equals("head") || rows.iterator().next().value().equals(target);
    }

    /** Who requires whom, by the numbers of the headers in their list; sound as far as names go. */
    private static final class Edges {

        private final List<Header> headers;
        private final Map<RevisionId, Integer> numbers;
        private final Map<String, Integer> labels = new HashMap<>();
        private final int[][] required;
        private final int[] waiting;
        private final boolean[] revised;
        private final boolean sound;

        Edges(List<Header> headers) {
            this.headers = headers;
            this.numbers = new HashMap<>(headers.size() * 2);
            this.required = new int[headers.size()][];
            this.waiting = new int[headers.size()];
            this.revised = new boolean[headers.size()];
            this.sound = namesAreSound() && edgesAreSound();
        }

        private boolean namesAreSound() {
            for (Header header : headers) {
                int number = numbers.size();
                if (numbers.put(header.id(), number) != null || !labelsAreSound(header, number)) {
                    return false;
                }
            }
            for (String label : labels.keySet()) {
                if (numbers.containsKey(RevisionId.of(label))) {
                    return false;
                }
            }
            return true;
        }

        private boolean labelsAreSound(Header header, int number) {
            for (String label : header.labels()) {
                if (Identifiers.faultOf(label).isPresent() || labels.put(label, number) != null) {
                    return false;
                }
            }
            return true;
        }

        private boolean edgesAreSound() {
            for (int number = 0; number < required.length; number++) {
                Header header = headers.get(number);
                required[number] =
                        new int[header.revises().size() + header.dependsOn().size()];
                int edge = 0;
                for (RevisionId parent : header.revises()) {
                    Integer below = numbers.get(parent);
                    if (below == null) {
                        return false;
                    }
                    revised[below] = true;
                    required[number][edge++] = below;
                }
                for (Dependency dependency : header.dependsOn()) {
                    Integer below = resolve(dependency);
                    if (below == null) {
                        return false;
                    }
                    required[number][edge++] = below;
                }
                for (int below : required[number]) {
                    waiting[below]++;
                }
            }
            return true;
        }

        private @Nullable Integer resolve(Dependency dependency) {
            return dependency instanceof Dependency.OnRevision onRevision
                    ? numbers.get(onRevision.id())
                    : labels.get(dependency.name());
        }

        /** From those that nothing requires downwards; whoever lies on a circle, or below one, is never reached. */
        private Optional<AllApplied> allApplied() {
            Set<RevisionId> rows = new HashSet<>();
            int[] reached = new int[waiting.length];
            int count = 0;
            int heads = 0;
            for (int number = 0; number < waiting.length; number++) {
                heads += revised[number] ? 0 : 1;
                if (waiting[number] == 0) {
                    rows.add(headers.get(number).id());
                    reached[count++] = number;
                }
            }
            for (int next = 0; next < count; next++) {
                for (int below : required[reached[next]]) {
                    if (--waiting[below] == 0) {
                        reached[count++] = below;
                    }
                }
            }
            return count == headers.size() && !rows.isEmpty()
                    ? Optional.of(new AllApplied(rows, heads == 1))
                    : Optional.empty();
        }
    }
}
