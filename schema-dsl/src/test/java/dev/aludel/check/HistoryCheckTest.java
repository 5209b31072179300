package dev.aludel.check;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.check.Finding.Kind;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.model.DialectId;
import dev.aludel.plan.StandardDialect;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

    private static final List<Dialect> DIALECTS = List.of(new StandardDialect());

    @Test
    void a_sound_history_has_no_findings() {
        assertThat(findings(new Lines()
                        .then("a", HistoryCheckTest::createT)
                        .with(header("b", "a"), schema -> schema.createTable("b", t -> t.column("id", integer())))
                        .with(header("c", "a"), schema -> schema.createTable("c", t -> t.column("id", integer())))
                        .with(header("d", "b", "c"), schema -> {})))
                .isEmpty();
    }

    @Test
    void headers_that_contradict_each_other_are_one_finding() {
        assertThat(findings(new Lines().with(header("a", "nowhere"), HistoryCheckTest::createT)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.GRAPH))
                .satisfies(finding -> assertThat(finding.message()).contains("\"nowhere\""));
    }

    @Test
    void more_heads_than_allowed_are_named() {
        Lines history = new Lines()
                .then("a", HistoryCheckTest::createT)
                .with(header("b"), schema -> schema.createTable("b", t -> t.column("id", integer())));

        assertThat(findings(history))
                .containsExactly(
                        Finding.of(
                                Kind.HEADS,
                                "The history has 2 heads, \"a\", \"b\", and 1 is allowed: join them by a merge, or let one revise the other."));
        assertThat(check(history).allowHeads(2).findings()).isEmpty();
    }

    @Test
    void a_history_without_revisions_has_no_head() {
        assertThat(findings(new Lines())).containsExactly(Finding.of(Kind.HEADS, "The history has no revisions."));
    }

    @Test
    void a_revision_that_does_nothing_is_found() {
        assertThat(findings(new Lines().then("a", schema -> {})))
                .containsExactly(
                        Finding.of(Kind.EMPTY, RevisionId.of("a"), "Revision \"a\" does nothing, and is no merge."));
    }

    @Test
    void an_operation_that_cannot_be_reversed_is_named() {
        assertThat(findings(new Lines().then("a", schema -> schema.execute("VACUUM"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.IRREVERSIBLE))
                .satisfies(finding ->
                        assertThat(finding.message()).contains("revision \"a\"", "operation 1", "execute SQL"));
    }

    @Test
    void a_revision_that_says_it_is_irreversible_or_how_to_go_back_is_fine() {
        assertThat(findings(new Lines()
                        .then("a", schema -> schema.execute("VACUUM"), Downgrade.irreversible("nothing to undo"))
                        .then("b", schema -> schema.execute("VACUUM"), Downgrade.by(schema -> {}))))
                .isEmpty();
    }

    @Test
    void a_revision_that_makes_no_sense_is_found_once_and_hides_no_other_line() {
        assertThat(findings(new Lines()
                        .then("a", HistoryCheckTest::createT)
                        .then("b", HistoryCheckTest::createT)
                        .then("c", schema -> schema.createTable("c", t -> t.column("id", integer())))
                        .with(header("z"), schema -> {})))
                .extracting(Finding::kind)
                .containsExactly(Kind.HEADS, Kind.UNSOUND, Kind.EMPTY);
    }

    @Test
    void a_table_that_no_revision_made_cannot_be_brought_back() {
        assertThat(findings(new Lines().then("a", schema -> schema.dropTable("nowhere"))))
                .filteredOn(finding -> finding.kind() == Kind.IRREVERSIBLE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("revision \"a\"", "operation 1, drop table \"nowhere\"", "does not exist"));
    }

    @Test
    void what_a_dialect_refuses_is_found_revision_by_revision_both_ways() {
        assertThat(findings(new Lines()
                        .then("a", schema -> schema.run("derive slugs", connection -> {}), Downgrade.by(s -> {}))
                        .then("b", HistoryCheckTest::createT, Downgrade.by(s -> s.run("copy back", connection -> {})))))
                .extracting(Finding::message)
                .satisfiesExactly(
                        up -> assertThat(up)
                                .startsWith("Standard, upgrade: revision \"a\" runs Java, \"derive slugs\""),
                        down -> assertThat(down)
                                .startsWith("Standard, downgrade: revision \"b\" runs Java, \"copy back\""));
    }

    @Test
    void what_differs_from_dialect_to_dialect_is_judged_on_each() {
        Lines history = new Lines()
                .then("a", schema -> schema.onlyOn(DialectId.SQLITE, HistoryCheckTest::createT))
                .then("b", schema -> schema.createIndex("ix", "t", "id"), Downgrade.irreversible("one way"))
                .then("c", schema -> schema.onlyOn(DialectId.SQLITE, s -> s.dropTable("t")));

        assertThat(findings(history)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.OFFLINE);
            assertThat(finding.revision()).contains(RevisionId.of("b"));
        });
    }

    @Test
    void java_may_be_allowed() {
        Lines history = new Lines()
                .then("a", schema -> schema.run("derive slugs", connection -> {}), Downgrade.irreversible("one way"));

        assertThat(check(history).allowJava().findings()).isEmpty();
    }

    @Test
    void a_check_without_any_dialect_says_so() {
        assertThat(check(new Lines().then("a", HistoryCheckTest::createT))
                        .dialects(List.of())
                        .findings())
                .extracting(Finding::message)
                .containsExactly("No dialect is on the class path, so no revision was rendered offline.");
    }

    private static void createT(Schema schema) {
        schema.createTable("t", t -> t.column("id", integer()));
    }

    private static List<Finding> findings(History history) {
        return check(history).findings();
    }

    private static HistoryCheck check(History history) {
        return HistoryCheck.of(history).dialects(DIALECTS);
    }

    private static Header header(String id, String... parents) {
        return Header.of(RevisionId.of(id))
                .revises(List.of(parents).stream().map(RevisionId::of).toArray(RevisionId[]::new));
    }

    private static final class Lines implements History {

        private final List<Revision> revisions = new ArrayList<>();

        Lines then(String id, Consumer<Schema> upgrade) {
            return then(id, upgrade, Downgrade.derived());
        }

        Lines then(String id, Consumer<Schema> upgrade, Downgrade downgrade) {
            String[] parents = revisions.isEmpty()
                    ? new String[0]
                    : new String[] {
                        revisions.get(revisions.size() - 1).header().id().value()
                    };
            revisions.add(new Written(header(id, parents), upgrade, downgrade));
            return this;
        }

        Lines with(Header header, Consumer<Schema> upgrade) {
            revisions.add(new Written(header, upgrade, Downgrade.derived()));
            return this;
        }

        @Override
        public String name() {
            return "lines";
        }

        @Override
        public List<Revision> revisions() {
            return List.copyOf(revisions);
        }
    }

    private record Written(Header header, Consumer<Schema> author, Downgrade downgrade) implements Revision {
        @Override
        public void upgrade(Schema schema) {
            author.accept(schema);
        }
    }
}
