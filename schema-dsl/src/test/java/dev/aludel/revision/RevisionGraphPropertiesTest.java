package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.error.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every graph, every database and every target. */
class RevisionGraphPropertiesTest {

    @Test
    void the_random_graphs_have_every_shape_that_matters() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 0; seed < 1_000; seed++) {
            shapes(graph(new Random(seed))).forEach(shape -> seen.merge(shape, 1, Integer::sum));
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "no revision",
                        "several bases",
                        "several heads",
                        "branch",
                        "merge of two",
                        "merge of three",
                        "needless parent",
                        "dependency on an id",
                        "dependency on a label",
                        "dependency within the line",
                        "head that another depends on",
                        "several labels");
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan(50));
    }

    private static Set<String> shapes(RevisionGraph graph) {
        Map<String, Boolean> shapes = new HashMap<>();
        shapes.put("no revision", graph.topologicalOrder().isEmpty());
        shapes.put("several bases", graph.bases().size() > 1);
        shapes.put("several heads", graph.heads().size() > 1);
        shapes.put("branch", !graph.branchPoints().isEmpty());
        for (RevisionId id : graph.topologicalOrder()) {
            Header header = graph.header(id);
            Set<RevisionId> parents = Set.copyOf(header.revises());
            shapes.merge("merge of two", parents.size() == 2, Boolean::logicalOr);
            shapes.merge("merge of three", parents.size() == 3, Boolean::logicalOr);
            shapes.merge("needless parent", graph.maximal(parents).size() < parents.size(), Boolean::logicalOr);
            shapes.merge("several labels", header.labels().size() > 1, Boolean::logicalOr);
            for (Dependency dependency : header.dependsOn()) {
                RevisionId needed = declaring(graph, dependency);
                boolean byId = dependency instanceof Dependency.OnRevision;
                shapes.put(byId ? "dependency on an id" : "dependency on a label", true);
                shapes.merge(
                        "dependency within the line", graph.ancestors(parents).contains(needed), Boolean::logicalOr);
                shapes.merge("head that another depends on", graph.heads().contains(needed), Boolean::logicalOr);
            }
        }
        shapes.values().removeIf(held -> !held);
        return shapes.keySet();
    }

    @Property
    void the_order_holds_every_revision_once_and_after_all_that_it_requires(@ForAll long seed) {
        RevisionGraph graph = graph(new Random(seed));
        List<RevisionId> order = graph.topologicalOrder();
        assertThat(order).doesNotHaveDuplicates();
        for (RevisionId id : order) {
            Set<RevisionId> required = new HashSet<>(graph.header(id).revises());
            graph.header(id).dependsOn().forEach(each -> required.add(declaring(graph, each)));
            assertThat(order.subList(0, order.indexOf(id))).containsAll(required);
        }
    }

    @Property
    void listing_the_revisions_in_another_order_changes_nothing(@ForAll long seed, @ForAll("targets") String target) {
        Random random = new Random(seed);
        List<DeclaredRevision> revisions = Graphs.randomAndOftenFaulty(random);
        List<DeclaredRevision> shuffled = new ArrayList<>(revisions);
        Collections.shuffle(shuffled, random);
        assertThat(answers(shuffled, target, seed)).isEqualTo(answers(revisions, target, seed));
    }

    @Property
    void a_revision_added_on_top_leaves_the_order_of_the_others(@ForAll long seed) {
        Random random = new Random(seed);
        List<DeclaredRevision> revisions = Graphs.random(random);
        RevisionGraph graph = RevisionGraph.of(revisions);
        RevisionId added = RevisionId.of("rev" + random.nextInt(10) + "x");
        List<DeclaredRevision> more = new ArrayList<>(revisions);
        more.add(Graphs.declared(
                Header.of(added).revises(Graphs.randomRows(graph, random).toArray(RevisionId[]::new))));
        List<RevisionId> order = new ArrayList<>(RevisionGraph.of(more).topologicalOrder());
        order.remove(added);
        assertThat(order).isEqualTo(graph.topologicalOrder());
    }

    @Property
    void up_from_base_and_down_again_is_the_same_way_backwards(@ForAll long seed, @ForAll("places") String target) {
        RevisionGraph graph = graph(new Random(seed));
        Route up = orEmpty(() -> graph.upgrade(Set.of(), target));
        if (!up.isEmpty()) {
            Route down = graph.downgrade(Graphs.rowsAfter(up), "base");
            assertThat(mirrored(down.moves())).isEqualTo(up.moves());
        }
    }

    @Property
    void what_an_upgrade_adds_above_a_row_a_downgrade_to_that_row_takes_away(@ForAll long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        for (RevisionId row : graph.topologicalOrder()) {
            for (RevisionId goal : graph.topologicalOrder()) {
                Route up = graph.upgrade(Set.of(row), goal.value());
                Set<RevisionId> above = graph.descendants(Set.copyOf(graph.children(row)));
                boolean allAbove = up.moves().stream().allMatch(move -> above.contains(move.revision()));
                if (!up.isEmpty() && allAbove) {
                    Route down = graph.downgrade(Graphs.rowsAfter(up), row.value());
                    assertThat(Graphs.rowsAfter(down)).containsExactly(row);
                }
            }
        }
    }

    @Property
    void every_route_is_sound_at_each_of_its_moves(@ForAll long seed, @ForAll("targets") String target) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        Set<RevisionId> rows = Graphs.overlappingRows(graph, random);
        SoundRoute.check(graph, orEmpty(() -> graph.upgrade(rows, target)));
        SoundRoute.check(graph, orEmpty(() -> graph.downgrade(rows, target)));
        SoundRoute.check(graph, orEmpty(() -> graph.stamp(rows, List.of(target, "rev1"), false)));
        SoundRoute.check(graph, orEmpty(() -> graph.upgradeOffline(target)));
        SoundRoute.check(graph, orEmpty(() -> graph.downgradeOffline(target)));
    }

    @Property
    void a_run_that_stops_anywhere_ends_at_the_same_rows_when_it_is_made_again(@ForAll long seed) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        Route up = graph.upgrade(Graphs.randomRows(graph, random), "heads");
        for (Move move : up.moves()) {
            Route rest = graph.upgrade(move.rowsAfter(), "heads");
            assertThat(rest.moves())
                    .isEqualTo(up.moves()
                            .subList(up.moves().indexOf(move) + 1, up.moves().size()));
        }
    }

    @Property
    void no_text_makes_anything_but_a_migration_exception(
            @ForAll long seed, @ForAll String anything, @ForAll("targets") String target) {
        Random random = new Random(seed);
        RevisionGraph graph = graph(random);
        Set<RevisionId> rows = new HashSet<>(Graphs.overlappingRows(graph, random));
        if (random.nextInt(5) == 0) {
            rows.add(RevisionId.of("unknown"));
        }
        for (String text : List.of(anything, target, anything + target, target + anything, target + ":" + anything)) {
            answers(graph, rows, text);
        }
    }

    @Property
    void no_history_makes_anything_but_a_migration_exception(@ForAll long seed, @ForAll("targets") String target) {
        answers(Graphs.randomAndOftenFaulty(new Random(seed)), target, seed);
    }

    @Property
    void no_ids_labels_and_rows_make_anything_but_a_migration_exception(
            @ForAll("words") List<String> words, @ForAll("words") List<String> rows, @ForAll long seed) {
        Random random = new Random(seed);
        orRefused(() -> {
            RevisionGraph graph = RevisionGraph.of(written(words, random));
            words.forEach(word -> answers(graph, ids(rows), word));
            return graph.topologicalOrder();
        });
    }

    @Property
    void any_text_is_an_id_or_refused_as_one(@ForAll String text) {
        orRefused(() -> RevisionId.of(text).value());
    }

    /** What is written of places in a graph of {@link Graphs#random(Random)}. */
    @Provide
    Arbitrary<String> places() {
        return Arbitraries.oneOf(
                Arbitraries.of("head", "heads", "base", "current"),
                Arbitraries.integers().between(0, 13).map(i -> "rev" + i),
                Arbitraries.integers().between(0, 13).map(i -> "label" + i));
    }

    /** What follows the grammar, and what nearly does. */
    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> branches = Arbitraries.oneOf(Arbitraries.just(""), places().map(name -> name + "@"));
        Arbitrary<String> steps = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.integers().between(-4, 4).map("%+d"::formatted));
        Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.just(""), places());
        Arbitrary<String> targets =
                Combinators.combine(branches, names, steps).as((branch, name, step) -> branch + name + step);
        return Arbitraries.oneOf(targets, Combinators.combine(targets, targets).as((from, to) -> from + ":" + to));
    }

    /** Ids and labels as somebody might write them, and so few that they meet. */
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.oneOf(
                        Arbitraries.of("a", "b", "c", "d", "abcd", "abce", "A", "1"),
                        Arbitraries.of(
                                "", " ", "head", "heads", "base", "current", "a b", "a@b", "-1", "a:b", "\u00e9",
                                "\u200b"),
                        Arbitraries.strings().ofMaxLength(6))
                .list()
                .ofMaxSize(6);
    }

    /** A history of these words; those that can be ids are ids mostly, and all of them labels now and then. */
    private static List<DeclaredRevision> written(List<String> words, Random random) {
        List<RevisionId> ids = new ArrayList<>(ids(words));
        List<DeclaredRevision> revisions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String word = words.get(random.nextInt(words.size()));
            Header header = Header.of(ids.get(i));
            header = random.nextBoolean() ? header : header.revises(ids.get(random.nextInt(i + 1)));
            header = random.nextInt(3) > 0 ? header : header.dependsOnLabel(word);
            revisions.add(Graphs.declared(random.nextInt(3) > 0 ? header : header.labels(word)));
        }
        return revisions;
    }

    private static Set<RevisionId> ids(List<String> words) {
        Set<RevisionId> ids = new LinkedHashSet<>();
        for (String word : words) {
            try {
                ids.add(RevisionId.of(word));
            } catch (InvalidRevisionIdException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        return ids;
    }

    private static RevisionId declaring(RevisionGraph graph, Dependency dependency) {
        return graph.labels().getOrDefault(dependency.name(), RevisionId.of(dependency.name()));
    }

    private static RevisionGraph graph(Random random) {
        return RevisionGraph.of(Graphs.random(random));
    }

    private static List<String> answers(List<DeclaredRevision> revisions, String target, long seed) {
        try {
            RevisionGraph graph = RevisionGraph.of(revisions);
            return answers(graph, Graphs.randomRows(graph, new Random(seed)), target);
        } catch (RevisionGraphException refusal) {
            return List.of(refusal.toString());
        }
    }

    private static List<String> answers(RevisionGraph graph, Set<RevisionId> rows, String text) {
        return List.of(
                orRefused(() -> graph.upgrade(rows, text)),
                orRefused(() -> graph.downgrade(rows, text)),
                orRefused(() -> graph.stamp(rows, List.of(text), false)),
                orRefused(() -> graph.stamp(rows, List.of(text, "heads"), true)),
                orRefused(() -> graph.upgradeOffline(text)),
                orRefused(() -> graph.downgradeOffline(text)),
                orRefused(() -> graph.stampOffline(text)),
                orRefused(() -> graph.history(text, rows)),
                orRefused(() -> graph.resolve(rows, text)),
                orRefused(() -> graph.branch(text)),
                orRefused(() -> graph.pending(rows)),
                orRefused(() -> graph.ancestors(rows)),
                orRefused(() -> graph.descendants(rows)),
                orRefused(() -> graph.maximal(rows)),
                orRefused(() -> rows.stream().map(graph::children).toList()),
                orRefused(() -> rows.stream().map(graph::revision).toList()),
                orRefused(() -> List.of(graph.heads(), graph.bases(), graph.branchPoints(), graph.mergePoints())),
                orRefused(graph::labels),
                orRefused(graph::topologicalOrder));
    }

    private static String orRefused(Supplier<Object> answer) {
        try {
            return String.valueOf(answer.get());
        } catch (MigrationException refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
            return refusal.toString();
        }
    }

    private static Route orEmpty(Supplier<Route> answer) {
        try {
            return answer.get();
        } catch (MigrationException refusal) {
            return new Route(List.of());
        }
    }

    private static List<Move> mirrored(List<Move> moves) {
        List<Move> mirrored = new ArrayList<>();
        for (Move move : moves) {
            mirrored.add(0, backwards(move));
        }
        return mirrored;
    }

    private static Move backwards(Move move) {
        Set<RevisionId> end = move.rowsBefore();
        Set<RevisionId> start = move.rowsAfter();
        return new Move(Direction.UPGRADE, move.revision(), start, end);
    }
}
