package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.error.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every graph, every database and every target. */
class RevisionGraphPropertiesTest {

    @Property
    void the_order_holds_every_revision_once_and_after_all_that_it_requires(@ForAll long seed) {
        RevisionGraph graph = graph(new Random(seed));
        List<RevisionId> order = graph.topologicalOrder();
        assertThat(order).doesNotHaveDuplicates();
        for (RevisionId id : order) {
            Set<RevisionId> required = new HashSet<>(graph.header(id).revises());
            graph.header(id).dependsOn().forEach(each -> required.add(RevisionId.of(each.name())));
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
        Set<RevisionId> rows = Graphs.randomRows(graph, random);
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
        Set<RevisionId> rows = random.nextInt(5) == 0 ? Graphs.ids("unknown") : Graphs.randomRows(graph, random);
        for (String text : List.of(anything, target, anything + target, target + anything, target + ":" + anything)) {
            answers(graph, rows, text);
        }
    }

    @Property
    void no_history_makes_anything_but_a_migration_exception(@ForAll long seed, @ForAll("targets") String target) {
        answers(Graphs.randomAndOftenFaulty(new Random(seed)), target, seed);
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
