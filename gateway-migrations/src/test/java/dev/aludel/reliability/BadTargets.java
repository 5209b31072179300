package dev.aludel.reliability;

import static dev.aludel.model.ColumnType.integer;

import dev.aludel.dsl.Schema;
import dev.aludel.error.MigrationException;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import dev.aludel.testing.contract.LambdaHistory;
import java.util.List;

/** Targets that name no revision, several, or one that doesn't lie ahead. */
final class BadTargets {

    private BadTargets() {}

    static List<BadInput> all() {
        return List.of(
                upgrade("a revision that there isn't", "deadbeef"),
                upgrade("a revision's id with a typing error", "20025_orders"),
                upgrade("a prefix of two revisions", "20"),
                upgrade("the empty text", ""),
                upgrade("a blank", " "),
                upgrade("three steps where one is left", "+3"),
                upgrade("no step at all", "+0"),
                upgrade("a number of steps that is no number", "+x"),
                upgrade("a number of steps beyond any integer", "+99999999999999999999"),
                upgrade("a label that there isn't", "billng@head"),
                upgrade("a revision that is below the current one", "2024_start")
                        .acceptedByAll(),
                upgrade("SQL", "head'; DROP TABLE orders; --"),
                downgrade("a downgrade to a revision that isn't applied", "2026_items"),
                downgrade("a downgrade of three steps where two are applied", "-3"),
                downgrade("a downgrade to \"head\"", "head"),
                downgrade("a downgrade with no sign", "1"),
                BadInput.of("\"head\" where there are two")
                        .given(bench -> bench.follow(twoHeads()))
                        .fails(MigrationException.class, "\"left\"", "\"right\""),
                BadInput.of("a stamp of a revision that there isn't")
                        .given(BadTargets::halfWay)
                        .when(bench -> bench.migrator().stamp("2027_none"))
                        .fails(MigrationException.class, "2027_none"));
    }

    static History twoHeads() {
        RevisionId root = RevisionId.of("root");
        return new LambdaHistory()
                .with(Header.of(root), BadTargets::nothing, Downgrade.derived())
                .with(Header.of(RevisionId.of("left")).revises(root), BadTargets::nothing, Downgrade.derived())
                .with(Header.of(RevisionId.of("right")).revises(root), BadTargets::nothing, Downgrade.derived());
    }

    private static BadInput upgrade(String name, String target) {
        return BadInput.of("%s: `upgrade %s`".formatted(name, target))
                .given(BadTargets::halfWay)
                .when(bench -> bench.migrator().upgrade(target));
    }

    private static BadInput downgrade(String name, String target) {
        return BadInput.of("%s: `downgrade %s`".formatted(name, target))
                .given(BadTargets::halfWay)
                .when(bench -> bench.migrator().downgrade(target));
    }

    /** Two of three revisions are applied. */
    private static void halfWay(Bench bench) {
        bench.follow(new LambdaHistory()
                .with(
                        Header.of(RevisionId.of("2024_start")).labels("billing"),
                        schema -> create(schema, "orders"),
                        Downgrade.derived())
                .then("2025_orders", schema -> create(schema, "payments"))
                .then("2026_items", schema -> create(schema, "items")));
        bench.migrator().upgrade("2025_orders");
    }

    private static void create(Schema schema, String table) {
        schema.createTable(table, t -> t.column("id", integer()).primaryKey());
    }

    private static void nothing(Schema schema) {}
}
