package dev.aludel.plan;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Downgrade;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.operation.Operation;
import dev.aludel.plan.DowngradeDetails.Kind;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.UnknownRevisionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionDetailsTest {

    private static final TestHistory TWO = new TestHistory()
            .then(RevisionDetailsTest::create)
            .then(schema -> schema.alterTable("t", t -> t.dropColumn("price")));

    @Test
    void tells_what_the_revision_does_and_what_revises_it() {
        RevisionDetails details = details(TWO, "r1");

        assertThat(details.header().message()).isEqualTo("revision 1");
        assertThat(details.declared().declaredBy()).endsWith("TestHistory$Written");
        assertThat(details.children()).containsExactly(RevisionId.of("r2"));
        assertThat(describe(details.upgrade())).containsExactly("create table \"t\"");
    }

    @Test
    void a_downgrade_is_derived_from_the_schema_that_the_revision_finds() {
        DowngradeDetails downgrade = details(TWO, "r2").downgrade();

        assertThat(downgrade.kind()).isEqualTo(Kind.DERIVED);
        assertThat(describe(downgrade.operations())).containsExactly("alter table \"t\": add column \"price\"");
        assertThat(downgrade.reason()).isEmpty();
    }

    @Test
    void a_written_downgrade_is_taken_as_it_is() {
        TestHistory history = new TestHistory()
                .then(RevisionDetailsTest::create, Downgrade.by(schema -> schema.renameTable("t", "kept")));

        DowngradeDetails downgrade = details(history, "r1").downgrade();

        assertThat(downgrade.kind()).isEqualTo(Kind.WRITTEN);
        assertThat(describe(downgrade.operations())).containsExactly("rename table \"t\" to \"kept\"");
    }

    @Test
    void a_revision_without_a_way_back_says_why() {
        TestHistory history = new TestHistory()
                .then(RevisionDetailsTest::create, Downgrade.irreversible("the audit rows are deleted"));

        DowngradeDetails downgrade = details(history, "r1").downgrade();

        assertThat(downgrade.kind()).isEqualTo(Kind.IRREVERSIBLE);
        assertThat(downgrade.operations()).isEmpty();
        assertThat(downgrade.reason()).contains("the audit rows are deleted");
    }

    @Test
    void an_operation_that_cannot_be_reversed_leaves_no_way_back() {
        TestHistory history = new TestHistory().then(schema -> schema.execute("INSERT INTO t VALUES (1)"));

        DowngradeDetails downgrade = details(history, "r1").downgrade();

        assertThat(downgrade.kind()).isEqualTo(Kind.IRREVERSIBLE);
        assertThat(downgrade.reason().orElseThrow()).startsWith("execute SQL cannot be undone");
    }

    @Test
    void a_downgrade_that_differs_from_dialect_to_dialect_is_told_for_each() {
        TestHistory history = new TestHistory()
                .then(RevisionDetailsTest::create)
                .then(schema -> schema.on(SQLITE, s -> s.dropTable("t"))
                        .on(MYSQL, s -> s.renameTable("t", "u"))
                        .otherwiseNothing("it stays"));

        DowngradeDetails downgrade = details(history, "r2").downgrade();

        assertThat(downgrade.kind()).isEqualTo(Kind.DERIVED);
        assertThat(describe(downgrade.operations()))
                .containsExactly(
                        "on mysql: rename table \"u\" to \"t\"; on sqlite: create table \"t\"; otherwise: nothing");
    }

    @Test
    void a_downgrade_that_is_the_same_everywhere_is_told_once() {
        TestHistory history = new TestHistory()
                .then(schema -> schema.on(SQLITE, RevisionDetailsTest::create).on(MYSQL, RevisionDetailsTest::create))
                .then(schema -> schema.onlyOn(SQLITE, s -> s.createIndex("ix", "t", "id")));

        assertThat(describe(details(history, "r1").downgrade().operations()))
                .containsExactly("on mysql: drop table \"t\"; on sqlite: drop table \"t\"");
        assertThat(describe(details(history, "r2").downgrade().operations()))
                .containsExactly("on mysql: nothing; on sqlite: drop index \"ix\" of \"t\"");
    }

    @Test
    void an_id_of_no_revision_is_refused() {
        assertThatThrownBy(() -> details(TWO, "r9")).isInstanceOf(UnknownRevisionException.class);
    }

    private static RevisionDetails details(TestHistory history, String id) {
        return RevisionDetails.of(RevisionCatalog.of(history), RevisionId.of(id));
    }

    private static List<String> describe(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    private static void create(Schema schema) {
        schema.createTable("t", t -> {
            t.column("id", integer()).primaryKey();
            t.column("price", integer());
        });
    }
}
