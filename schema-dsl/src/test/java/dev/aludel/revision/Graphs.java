package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graphs for tests, written down or random. */
final class Graphs {

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

    /** A sound history of up to twelve revisions: roots, branches, merges, dependencies, labels; shuffled. */
    static List<DeclaredRevision> random(Random random) {
        List<RevisionId> ids = randomIds(random);
        List<DeclaredRevision> revisions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Header header = Header.of(ids.get(i))
                    .revises(some(ids.subList(0, i), random.nextInt(4) - 1, random))
                    .dependsOn(some(ids.subList(0, i), random.nextInt(4) - 2, random));
            revisions.add(declared(random.nextInt(4) == 0 ? header.labels("label" + i) : header));
        }
        Collections.shuffle(revisions, random);
        return revisions;
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
        RevisionId[] some = some(graph.topologicalOrder(), random.nextInt(4), random);
        return graph.maximal(Set.of(some));
    }

    private static List<RevisionId> randomIds(Random random) {
        List<RevisionId> ids = IntStream.range(0, random.nextInt(13))
                .mapToObj(i -> RevisionId.of("rev" + i))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, random);
        return ids;
    }

    private static RevisionId[] some(Collection<RevisionId> ids, int count, Random random) {
        List<RevisionId> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        return new LinkedHashSet<>(shuffled.subList(0, Math.min(Math.max(count, 0), shuffled.size())))
                .toArray(RevisionId[]::new);
    }
}
