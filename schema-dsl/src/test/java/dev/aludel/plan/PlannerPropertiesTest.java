package dev.aludel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Step;
import dev.aludel.error.MigrationException;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Move;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import dev.aludel.sql.Action;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the plans of every history, along every route. */
class PlannerPropertiesTest {

    @Property(tries = 500)
    void a_plan_makes_each_move_of_its_route_in_order(@ForAll long seed, @ForAll("targets") String target) {
        RevisionCatalog catalog = RandomHistory.of(new Random(seed)).catalog();
        for (Route route : routes(catalog.graph(), target)) {
            assertThat(plan(catalog, route).revisions())
                    .extracting(PlannedRevision::move)
                    .isEqualTo(route.moves());
        }
    }

    @Property(tries = 500)
    void every_operation_finds_the_schema_that_the_one_before_it_left(
            @ForAll long seed, @ForAll("targets") String target) {
        RevisionCatalog catalog = RandomHistory.of(new Random(seed)).catalog();
        for (Route route : routes(catalog.graph(), target)) {
            SchemaModel schema = schemaBefore(catalog, route);
            for (Step step : steps(plan(catalog, route))) {
                assertThat(step.before()).isEqualTo(schema);
                schema = step.after();
            }
        }
    }

    @Property(tries = 500)
    void an_upgrade_ends_at_the_schema_of_its_rows(@ForAll long seed, @ForAll("targets") String target) {
        RevisionCatalog catalog = RandomHistory.of(new Random(seed)).catalog();
        for (Route route : routes(catalog.graph(), target)) {
            List<Step> steps = steps(plan(catalog, route));
            if (!steps.isEmpty()) {
                SchemaModel end = steps.get(steps.size() - 1).after();
                assertThat(shape(end))
                        .isEqualTo(
                                shape(new SchemaFold(catalog, rowsAfter(route), new StandardDialect().id()).after()));
            }
        }
    }

    @Property(tries = 500)
    void the_plan_up_and_the_plan_down_again_return_to_the_same_rows_and_the_same_schema(
            @ForAll long seed, @ForAll("places") String target) {
        RevisionCatalog catalog = RandomHistory.of(new Random(seed)).catalog();
        Route up = orEmpty(() -> catalog.graph().upgrade(Set.of(), target));
        if (!up.isEmpty()) {
            Plan down = plan(catalog, catalog.graph().downgrade(rowsAfter(up), "base"));
            List<PlannedRevision> revisions = down.revisions();
            assertThat(revisions).hasSameSizeAs(up.moves());
            assertThat(revisions.get(revisions.size() - 1).move().rowsAfter()).isEmpty();
            List<Step> steps = steps(down);
            assertThat(steps.get(steps.size() - 1).after()).isEqualTo(SchemaModel.empty());
        }
    }

    @Property(tries = 500)
    void listing_the_revisions_in_another_order_changes_no_action(@ForAll long seed, @ForAll("targets") String target) {
        Random random = new Random(seed);
        RandomHistory history = RandomHistory.of(random);
        assertThat(actions(history.shuffled(random).catalog(), target)).isEqualTo(actions(history.catalog(), target));
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.oneOf(
                Arbitraries.of("head", "heads"),
                Arbitraries.integers().between(0, 12).map(i -> "rev" + i));
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> from = Arbitraries.oneOf(Arbitraries.of("", "base:"), places().map(place -> place + ":"));
        Arbitrary<String> to = Arbitraries.oneOf(Arbitraries.just("base"), places());
        return Combinators.combine(from, to).as(String::concat);
    }

    /** The ways up and down that the range makes sense for: none, one or both. */
    private static List<Route> routes(RevisionGraph graph, String range) {
        return Stream.of(orEmpty(() -> graph.upgradeOffline(range)), orEmpty(() -> graph.downgradeOffline(range)))
                .filter(route -> !route.isEmpty())
                .toList();
    }

    private static Route orEmpty(Supplier<Route> way) {
        try {
            return way.get();
        } catch (MigrationException refusal) {
            return new Route(List.of());
        }
    }

    private static Plan plan(RevisionCatalog catalog, Route route) {
        StandardDialect dialect = new StandardDialect();
        return new Planner(
                        catalog,
                        dialect,
                        CompileContext.offline(dialect.offlineVersion()),
                        VersionTable.standard(),
                        LiveTables.none())
                .plan(route, Bookkeeping.complete());
    }

    private static List<Step> steps(Plan plan) {
        return plan.revisions().stream()
                .flatMap(revision -> revision.compiled().steps().stream())
                .flatMap(compiled -> compiled.steps().stream())
                .toList();
    }

    private static List<List<Action>> actions(RevisionCatalog catalog, String target) {
        return routes(catalog.graph(), target).stream()
                .flatMap(route -> plan(catalog, route).revisions().stream())
                .map(PlannedRevision::actions)
                .toList();
    }

    private static SchemaModel schemaBefore(RevisionCatalog catalog, Route route) {
        return new SchemaFold(catalog, route.moves().get(0).rowsBefore(), new StandardDialect().id()).after();
    }

    private static Set<RevisionId> rowsAfter(Route route) {
        List<Move> moves = route.moves();
        assertThat(moves).extracting(Move::direction).doesNotContain(Direction.STAMP);
        return moves.get(moves.size() - 1).rowsAfter();
    }

    /** The tables with their indexes, which come in the order of the way there. */
    private static Map<String, Set<String>> shape(SchemaModel model) {
        return model.tables().stream().collect(Collectors.toMap(Table::name, table -> table.indexes().stream()
                .map(Index::name)
                .collect(Collectors.toSet())));
    }
}
