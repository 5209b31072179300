package dev.aludel.plan;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dsl.Schema;
import dev.aludel.fingerprint.OperationsHash;
import dev.aludel.history.Downgrade;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.model.Column;
import dev.aludel.model.DialectId;
import dev.aludel.model.Table;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Route;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void a_plan_holds_every_statement_in_order_with_the_version_rows() {
        Plan plan = upgrade(
                new TestHistory().then(PlannerTest::create).then(PlannerTest::index), Set.of(), LiveTables.none());

        assertThat(sql(plan))
                .containsExactly(
                        """
                        CREATE TABLE IF NOT EXISTS alembic_version (
                            version_num VARCHAR(255) NOT NULL,
                            CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                        )""",
                        """
                        CREATE TABLE t (
                            id INTEGER NOT NULL,
                            note TEXT,
                            PRIMARY KEY (id)
                        )""",
                        "INSERT INTO alembic_version (version_num) VALUES ('r1')",
                        "CREATE INDEX ix ON t (note)",
                        "UPDATE alembic_version SET version_num = 'r2' WHERE version_num = 'r1'");
    }

    @Test
    void a_downgrade_is_derived_last_operation_first() {
        Plan plan = downgrade(new TestHistory().then(schema -> {
            create(schema);
            index(schema);
        }));

        assertThat(sql(plan))
                .containsExactly(
                        "DROP INDEX ix", "DROP TABLE t", "DELETE FROM alembic_version WHERE version_num = 'r1'");
        assertThat(plan.revisions().get(0).losses()).containsExactly("drop table \"t\"");
    }

    @Test
    void a_downgrade_that_was_written_is_taken_as_it_is() {
        Plan plan = downgrade(
                new TestHistory().then(PlannerTest::create, Downgrade.by(schema -> schema.execute("DELETE FROM t"))));

        assertThat(sql(plan).get(0)).isEqualTo("DELETE FROM t");
    }

    @Test
    void an_irreversible_revision_says_why() {
        assertThatThrownBy(() -> downgrade(new TestHistory()
                        .then(PlannerTest::create, Downgrade.irreversible("the audit rows are deleted"))))
                .isInstanceOf(PlanningException.class)
                .hasMessage(
                        "revision \"r1\" (dev.aludel.plan.TestHistory$Written) cannot be downgraded: the audit rows are deleted. Nothing was executed; to go below it, restore a backup or give the revision a downgrade");
    }

    @Test
    void sql_without_a_reverse_is_named() {
        assertThatThrownBy(() -> downgrade(new TestHistory().then(schema -> {
                    create(schema);
                    schema.execute("INSERT INTO t VALUES (1, 'a')");
                })))
                .isInstanceOf(PlanningException.class)
                .hasMessage(
                        "revision \"r1\" (dev.aludel.plan.TestHistory$Written), operation 2, execute SQL: execute SQL cannot be undone, because the schema model doesn't know what it does: say how with reversedBy(…) or reversedByNothing(), or give the revision a downgrade. Nothing was executed");
    }

    @Test
    void every_operation_that_the_database_cannot_do_is_listed_at_once() {
        TestHistory history = new TestHistory()
                .then(PlannerTest::create)
                .then(schema -> schema.alterTable("t", t -> t.dropColumn("note")))
                .then(schema -> schema.on(DialectId.SQLITE).execute("VACUUM"));

        assertThatThrownBy(() -> upgrade(history, Set.of(), LiveTables.none()))
                .isInstanceOfSatisfying(
                        UnsupportedOperationOnDialect.class,
                        refusal -> assertThat(refusal.operations())
                                .containsExactly(
                                        "revision \"r2\" (dev.aludel.plan.TestHistory$Written), operation 1, alter table \"t\": drop column \"note\": it cannot alter a table",
                                        "revision \"r3\" (dev.aludel.plan.TestHistory$Written), operation 1, execute SQL: the SQL was given for [sqlite] only"))
                .hasMessageStartingWith("Standard 3.1 cannot do this; nothing was executed.")
                .hasMessageEndingWith(
                        "Say what is done there with schema.on(STANDARD, s -> …).otherwise(s -> …), or leave it out there with schema.skipOn(STANDARD, reason, s -> …).");
    }

    @Test
    void an_attempt_that_leaves_the_schema_open_is_refused() {
        TestHistory history = new TestHistory()
                .then(schema -> schema.attempt(PlannerTest::create).orElseNothing("not needed"));

        assertThatThrownBy(() -> upgrade(history, Set.of(), LiveTables.none()))
                .isInstanceOf(PlanningException.class)
                .hasMessageContaining("what is tried and what is done instead leave different schemas")
                .hasMessageContaining("effect(…)");
    }

    @Test
    void an_attempt_that_is_not_undone_alike_says_so() {
        assertThatThrownBy(() -> downgrade(new TestHistory().then(schema -> schema.attempt(PlannerTest::create)
                        .orElseNothing("not needed")
                        .effect(PlannerTest::create))))
                .isInstanceOf(PlanningException.class)
                .hasMessageContaining("nobody knows then which of the two was done");
    }

    @Test
    void an_attempt_holds_no_other_and_no_java() {
        TestHistory nested = new TestHistory().then(schema -> schema.attempt(
                        s -> s.attempt(i -> i.execute("SELECT 1")).orElseNothing("nothing"))
                .orElseNothing("nothing"));
        TestHistory java = new TestHistory()
                .then(schema -> schema.attempt(s -> s.run("count", connection -> connection.clearWarnings()))
                        .orElseNothing("nothing"));

        assertThatThrownBy(() -> upgrade(nested, Set.of(), LiveTables.none()))
                .isInstanceOf(PlanningException.class)
                .hasMessageContaining("an attempt can't hold another");
        assertThatThrownBy(() -> upgrade(java, Set.of(), LiveTables.none()))
                .isInstanceOf(UnsupportedOperationOnDialect.class)
                .hasMessageContaining("Java can't be tried");
    }

    @Test
    void an_attempt_leaves_one_schema_to_what_follows() {
        TestHistory history = new TestHistory()
                .then(schema -> schema.attempt(s -> {
                            create(s);
                            s.execute("INSERT INTO t VALUES (1, 'a')").reversedByNothing();
                        })
                        .orElse(PlannerTest::create))
                .then(PlannerTest::index);

        assertThat(sql(upgrade(history, Set.of(RevisionId.of("r1")), LiveTables.none())))
                .contains("CREATE INDEX ix ON t (note)");
        assertThat(sql(downgrade(history))).contains("DROP INDEX ix", "DROP TABLE t");
    }

    @Test
    void locks_and_faults_of_the_server_are_no_refusals() {
        StandardDialect dialect = new StandardDialect();

        assertThat(dialect.isRefusal(new SQLException("no such column", "42703")))
                .isTrue();
        assertThat(dialect.isRefusal(new SQLException("duplicate key", "23505")))
                .isTrue();
        for (String state : List.of("08006", "40001", "53100", "57014", "70100", "XX000")) {
            assertThat(dialect.isRefusal(new SQLException("fault", state)))
                    .as(state)
                    .isFalse();
        }
    }

    @Test
    void a_branch_becomes_what_it_is_on_the_dialect_of_the_plan_and_so_does_the_schema() {
        TestHistory history = new TestHistory()
                .then(schema -> schema.on(DialectId.SQLITE, s -> s.createTable("t", t -> t.column("other", integer())))
                        .otherwise(PlannerTest::create))
                .then(PlannerTest::index);

        assertThat(sql(upgrade(history, Set.of(RevisionId.of("r1")), LiveTables.none())))
                .contains("CREATE INDEX ix ON t (note)");
        assertThat(sql(downgrade(history))).contains("DROP INDEX ix", "DROP TABLE t");
    }

    @Test
    void a_branch_that_was_left_out_is_refused_and_its_consequences_are_not_held_against_it() {
        TestHistory history = new TestHistory()
                .then(schema -> {
                    schema.on(DialectId.SQLITE, PlannerTest::create);
                    index(schema);
                })
                .then(schema -> schema.on(DialectId.MYSQL, DialectId.SQLITE, PlannerTest::index));

        assertThatThrownBy(() -> upgrade(history, Set.of(), LiveTables.none()))
                .isInstanceOfSatisfying(
                        UnsupportedOperationOnDialect.class,
                        refusal -> assertThat(refusal.operations())
                                .containsExactly(
                                        "revision \"r1\" (dev.aludel.plan.TestHistory$Written), operation 1, on sqlite: create table \"t\": this was given for [sqlite] only",
                                        "revision \"r2\" (dev.aludel.plan.TestHistory$Written), operation 1, on mysql: create index \"ix\" on \"t\"; on sqlite: create index \"ix\" on \"t\": this was given for [mysql, sqlite] only"));
    }

    @Test
    void branches_are_hashed_as_they_were_written() {
        TestHistory history = new TestHistory().then(schema -> schema.on(DialectId.SQLITE, s -> s.execute("VACUUM"))
                .otherwise(PlannerTest::create));

        List<Operation> written = Schema.record(history.revisions().get(0)::upgrade);
        assertThat(written).singleElement().isInstanceOf(DialectBranch.class);
        assertThat(upgrade(history, Set.of(), LiveTables.none())
                        .revisions()
                        .get(0)
                        .operationsHash())
                .contains(OperationsHash.of(written).toString());
    }

    @Test
    void an_operation_that_makes_no_sense_names_its_revision() {
        assertThatThrownBy(() -> upgrade(new TestHistory().then(PlannerTest::index), Set.of(), LiveTables.none()))
                .isInstanceOf(PlanningException.class)
                .hasMessageStartingWith(
                        "revision \"r1\" (dev.aludel.plan.TestHistory$Written), operation 1, create index \"ix\" on \"t\": table \"t\" does not exist at this point of the history")
                .hasMessageEndingWith("Nothing was executed");
    }

    @Test
    void a_table_that_no_revision_created_is_read_from_the_live_database() {
        LiveTables live =
                name -> name.equals("t") ? Optional.of(Table.of("t", Column.of("note", text()))) : Optional.empty();

        assertThat(sql(upgrade(new TestHistory().then(PlannerTest::index), Set.of(), live)))
                .contains("CREATE INDEX ix ON t (note)");
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        String name = "a_name_of_more_than_thirty_characters";

        assertThatThrownBy(() -> upgrade(
                        new TestHistory().then(schema -> schema.createTable(name, t -> t.column("a", text()))),
                        Set.of(),
                        LiveTables.none()))
                .isInstanceOf(PlanningException.class)
                .hasMessageContaining("the name \"%s\" is too long for Standard, which keeps 30 characters", name);
    }

    @Test
    void a_revision_that_fails_while_it_records_is_named() {
        assertThatThrownBy(() -> upgrade(
                        new TestHistory().then(schema -> {
                            throw new IllegalStateException("no such file");
                        }),
                        Set.of(),
                        LiveTables.none()))
                .isInstanceOf(PlanningException.class)
                .hasMessage(
                        "revision \"r1\" (dev.aludel.plan.TestHistory$Written) failed while its upgrade was recorded: no such file. Nothing was executed");
    }

    private static void create(Schema schema) {
        schema.createTable("t", t -> {
            t.column("id", integer()).primaryKey();
            t.column("note", text());
        });
    }

    private static void index(Schema schema) {
        schema.createIndex("ix", "t", "note");
    }

    private static Plan upgrade(TestHistory history, Set<RevisionId> rows, LiveTables live) {
        RevisionCatalog catalog = RevisionCatalog.of(history);
        return planner(catalog, live).plan(catalog.graph().upgrade(rows, "head"), new Bookkeeping(false, true));
    }

    private static Plan downgrade(TestHistory history) {
        RevisionCatalog catalog = RevisionCatalog.of(history);
        Route route = catalog.graph().downgrade(Set.copyOf(catalog.graph().heads()), "base");
        return planner(catalog, LiveTables.none()).plan(route, Bookkeeping.complete());
    }

    private static Planner planner(RevisionCatalog catalog, LiveTables live) {
        StandardDialect dialect = new StandardDialect();
        return new Planner(
                catalog, dialect, CompileContext.online(dialect.offlineVersion(), 0), VersionTable.standard(), live);
    }

    private static List<String> sql(Plan plan) {
        return plan.revisions().stream()
                .flatMap(revision -> revision.actions().stream())
                .map(PlannerTest::sql)
                .toList();
    }

    private static String sql(Action action) {
        return ((Statement) action).sql().text();
    }
}
