package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graphs for tests, written down or random. */
public final class Graphs {

    private Graphs() {}

    static RevisionId id(String value) {
        return RevisionId.of(value);
    }

    static Set<RevisionId> ids(String... values) {
        return Arrays.stream(values).map(RevisionId::of).collect(Collectors.toSet());
    }

    /** A revision of this id, declared by a class of the same name, that revises these. */
    static Header revision(String id, String... parents) {
        return Header.of(RevisionId.of(id))
                .revises(Arrays.stream(parents).map(RevisionId::of).toArray(RevisionId[]::new));
    }

    static DeclaredRevision declared(Header header) {
        return new DeclaredRevision(header, "org.example." + header.id());
    }

    static RevisionGraph graph(Header... headers) {
        return RevisionGraph.of(Arrays.stream(headers).map(Graphs::declared).toList());
    }

    /** Each revises the one before it. */
    static RevisionGraph line(String... ids) {
        return RevisionGraph.of(IntStream.range(0, ids.length)
                .mapToObj(i -> declared(i == 0 ? revision(ids[0]) : revision(ids[i], ids[i - 1])))
                .toList());
    }

    /** The upgraded or downgraded revisions, in order. */
    static List<String> steps(Route route) {
        return route.moves().stream().map(move -> move.revision().value()).toList();
    }

    /** The rows at the end of a route that is not empty. */
    static Set<RevisionId> rowsAfter(Route route) {
        return route.moves().get(route.moves().size() - 1).rowsAfter();
    }

    /**
     * A sound history of up to twelve revisions, {@code rev0} to {@code rev11}: several roots, branches, merges of two and
     * three, needless parents, dependencies by id and by label, revisions of several labels; shuffled.
     */
    public static List<DeclaredRevision> random(Random random) {
        List<RevisionId> ids = randomIds(random);
        List<String> labels = new ArrayList<>();
        List<DeclaredRevision> revisions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            List<RevisionId> earlier = ids.subList(0, i);
            Header header = Header.of(ids.get(i))
                    .revises(parents(earlier, random))
                    .dependsOn(some(earlier, random.nextInt(6) - 3, random))
                    .dependsOnLabel(some(labels, random.nextInt(5) - 3, random, new String[0]))
                    .labels(labels(i, random));
            labels.addAll(header.labels());
            revisions.add(declared(header));
        }
        Collections.shuffle(revisions, random);
        return revisions;
    }

    /** One parent mostly, and often a late one, so that lines grow; now and then none, or some of which one suffices. */
    private static RevisionId[] parents(List<RevisionId> earlier, Random random) {
        List<RevisionId> near =
                earlier.subList(random.nextBoolean() ? Math.max(0, earlier.size() - 2) : 0, earlier.size());
        return some(near, List.of(0, 1, 1, 1, 1, 2, 2, 3).get(random.nextInt(8)), random);
    }

    private static String[] labels(int number, Random random) {
        return List.of(new String[0], new String[0], new String[] {"label" + number}, new String[] {
                    "label" + number, "other" + number
                })
                .get(random.nextInt(4));
    }

    /** Any history, sound or not. */
    static List<DeclaredRevision> randomAndOftenFaulty(Random random) {
        List<DeclaredRevision> revisions = new ArrayList<>(random(random));
        List<RevisionId> ids = new ArrayList<>(randomIds(random));
        ids.add(RevisionId.of("nowhere"));
        for (int i = random.nextInt(4); i > 0; i--) {
            Header header = Header.of(ids.get(random.nextInt(ids.size())))
                    .revises(some(ids, random.nextInt(3), random))
                    .dependsOn(some(ids, random.nextInt(2), random))
                    .dependsOnLabel("label" + random.nextInt(20))
                    .labels(List.of("head", "a b", "", "label1", "rev3").get(random.nextInt(5)));
            revisions.add(declared(header));
        }
        return revisions;
    }

    /** The rows of a database in which something at random is applied. */
    static Set<RevisionId> randomRows(RevisionGraph graph, Random random) {
        return graph.maximal(overlappingRows(graph, random));
    }

    /** Any rows of known revisions, also such as include each other. */
    static Set<RevisionId> overlappingRows(RevisionGraph graph, Random random) {
        return Set.of(some(graph.topologicalOrder(), random.nextInt(5), random));
    }

    private static List<RevisionId> randomIds(Random random) {
        List<RevisionId> ids = IntStream.range(0, random.nextInt(13))
                .mapToObj(i -> RevisionId.of("rev" + i))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, random);
        return ids;
    }

    private static RevisionId[] some(Collection<RevisionId> ids, int count, Random random) {
        return some(ids, count, random, new RevisionId[0]);
    }

    private static <T> T[] some(Collection<T> things, int count, Random random, T[] none) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(Math.max(count, 0), shuffled.size()))
                .toArray(none);
    }
}
