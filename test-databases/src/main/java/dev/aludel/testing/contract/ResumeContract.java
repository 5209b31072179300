package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.DialectId.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.InterruptedRevisionException;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionChangedException;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.execute.StatementInDoubtException;
import dev.aludel.history.History;
import dev.aludel.log.Assumption;
import dev.aludel.log.LogEntry;
import dev.aludel.log.Outcome;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.plan.VerifiedRevision;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the log says on every database, and how a run goes on that another one left behind: extend this in the dialect's tests. */
public abstract class ResumeContract {

    private static final String RAW_TABLE = "CREATE TABLE raw_made (id INTEGER PRIMARY KEY)";

    private static final History WORK = history(schema -> {
        customers(schema);
        schema.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')");
        schema.createIndex("ix_customers_name", "customers", "name");
    });

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicTest> the_log_has_a_row_for_each_revision_up_down_and_stamped() {
        return onEach(database -> {
            Migrator migrator = Migrator.on(database.dataSource())
                    .history(WORK)
                    .dialect(dialect())
                    .tag("release 7")
                    .build();
            migrator.upgrade("head");
            migrator.downgrade("base");
            migrator.stamp("head");

            List<LogEntry> log = migrator.log();
            assertThat(log).extracting(LogEntry::number).containsExactly(1L, 2L, 3L);
            assertThat(log)
                    .extracting(LogEntry::direction)
                    .containsExactly(Direction.UPGRADE, Direction.DOWNGRADE, Direction.STAMP);
            assertThat(log).extracting(LogEntry::outcome).containsOnly(Outcome.DONE);
            assertThat(log).allSatisfy(entry -> {
                assertThat(entry.revision()).isEqualTo(RevisionId.of("work"));
                assertThat(entry.who()).startsWith(System.getProperty("user.name"));
                assertThat(entry.tool()).startsWith("aludel ");
                assertThat(entry.tag()).contains("release 7");
                assertThat(entry.finishedAt().orElseThrow()).isAfterOrEqualTo(entry.startedAt());
            });
            assertThat(log.get(0).operationsHash().orElseThrow()).startsWith("sha256:");
            assertThat(log.get(2).operationsHash()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> verify_finds_the_revisions_that_were_changed_after_they_were_applied() {
        History changed = history(schema -> {
            customers(schema);
            schema.createIndex("ix_customers_name", "customers", "name");
        });
        return onEach(database -> {
            migrator(database, WORK).upgrade("head");

            assertThat(migrator(database, WORK).verify())
                    .extracting(VerifiedRevision::status)
                    .containsExactly(VerifiedRevision.Status.UNCHANGED);
            assertThat(migrator(database, changed).verify())
                    .extracting(VerifiedRevision::status)
                    .containsExactly(VerifiedRevision.Status.CHANGED);
            migrator(database, WORK).stamp("base");
            assertThat(migrator(database, WORK).verify()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_dies_after_any_action_is_brought_to_an_end_by_the_same_call() {
        return onEach(database -> {
            for (String action :
                    List.of("create table \"customers\"", "INSERT INTO", "ix_customers_name", "record revision")) {
                dies(database, WORK, action);
                assertThat(migrator(database, WORK).upgrade("head").revisions()).hasSize(1);

                assertThat(database.query("SELECT id FROM customers")).hasSize(1);
                assertThat(migrator(database, WORK).interruption()).isEmpty();
                assertThat(lastOf(migrator(database, WORK).log()).outcome()).isEqualTo(Outcome.DONE);
                migrator(database, WORK).downgrade("base");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_listener_that_throws_after_a_statement_leaves_what_the_same_call_goes_on_with() {
        return onEach(database -> {
            MigrationListener throwing = new MigrationListener() {
                @Override
                public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
                    throw new IllegalStateException("the listener fails");
                }
            };
            Migrator listened = Migrator.on(database.dataSource())
                    .history(WORK)
                    .dialect(dialect())
                    .listener(throwing)
                    .build();
            migrator(database, WORK).ensureVersionTable();
            assertThatThrownBy(() -> listened.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("the listener fails");

            migrator(database, WORK).upgrade("head");

            assertThat(database.query("SELECT id FROM customers")).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> raw_sql_that_no_look_at_the_schema_can_tell_of_is_left_to_a_person() {
        return onJournaled(database -> {
            History history = history(schema -> {
                customers(schema);
                schema.execute(RAW_TABLE);
            });
            dies(database, history, "raw_made");

            assertThatThrownBy(() -> migrator(database, history).upgrade("head"))
                    .isInstanceOf(StatementInDoubtException.class)
                    .hasMessageContainingAll("\"work\"", "CREATE TABLE …", "resume --assume-applied");
            assertThat(migrator(database, history).resume(Assumption.APPLIED).revisions())
                    .hasSize(1);
            assertThat(migrator(database, history).current()).containsExactly(RevisionId.of("work"));
        });
    }

    @TestFactory
    Stream<DynamicTest> raw_sql_that_took_no_effect_runs_again_when_a_person_says_so() {
        return onJournaled(database -> {
            History history = history(schema -> {
                customers(schema);
                schema.execute(RAW_TABLE);
            });
            dies(database, history, "raw_made");
            database.execute("DROP TABLE raw_made");

            migrator(database, history).resume(Assumption.NOT_APPLIED);

            assertThat(database.query("SELECT id FROM raw_made")).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_dies_at_a_view_a_trigger_or_a_routine_finds_out_what_became_of_it() {
        return onJournaled(database -> {
            History history = history(schema -> {
                customers(schema);
                schema.createView("names", "SELECT name FROM customers");
                schema.replaceView("names", "SELECT name FROM customers WHERE id > 1");
                schema.createTrigger("lowered", "customers")
                        .on(MYSQL, trigger("lower"))
                        .otherwiseNothing("tried elsewhere");
                schema.replaceTrigger("lowered", "customers")
                        .on(MYSQL, trigger("upper"))
                        .otherwiseNothing("tried elsewhere");
                schema.createFunction("one")
                        .on(MYSQL, "CREATE FUNCTION one() RETURNS INTEGER DETERMINISTIC RETURN 1")
                        .otherwiseNothing("tried elsewhere");
                schema.createProcedure("nothing")
                        .on(MYSQL, "CREATE PROCEDURE nothing() SELECT 1")
                        .otherwiseNothing("tried elsewhere");
                schema.dropProcedure("nothing");
                schema.dropView("names");
                schema.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')");
            });
            for (String action : List.of(
                    "create view \"names\"",
                    "replace view \"names\"",
                    "create trigger \"lowered\"",
                    "replace trigger \"lowered\"",
                    "create function \"one\"",
                    "create procedure \"nothing\"",
                    "drop procedure \"nothing\"",
                    "drop view \"names\"")) {
                dies(database, history, action);
                migrator(database, history).upgrade("head");
                assertThat(database.query("SELECT name FROM customers").get(0))
                        .as(action)
                        .containsValue("ADA");
                database.execute("DROP FUNCTION one");
                migrator(database, history).downgrade("base");
            }
        });
    }

    private static String trigger(String function) {
        return "CREATE TRIGGER lowered BEFORE INSERT ON customers FOR EACH ROW SET NEW.name = %s(NEW.name)"
                .formatted(function);
    }

    @TestFactory
    Stream<DynamicTest> what_leads_elsewhere_is_refused_while_a_revision_is_applied_in_part() {
        return onJournaled(database -> {
            History two = new LambdaHistory()
                    .then(
                            "first",
                            schema -> schema.createTable(
                                    "firsts", t -> t.column("id", integer()).primaryKey()))
                    .then("work", WORK.revisions().get(0)::upgrade);
            dies(database, two, "INSERT INTO");

            assertThatThrownBy(() -> migrator(database, two).downgrade("base"))
                    .isInstanceOf(InterruptedRevisionException.class)
                    .hasMessageContainingAll("\"work\"", "Nothing was done now", "stamp");
            assertThat(migrator(database, two).interruption()).isPresent();
            migrator(database, two).stamp("work");
            assertThat(migrator(database, two).interruption()).isEmpty();
            assertThat(migrator(database, two).log())
                    .extracting(LogEntry::outcome)
                    .containsExactly(Outcome.DONE, Outcome.ABANDONED, Outcome.DONE);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_statement_that_failed_may_be_corrected_and_what_took_effect_may_not() {
        return onJournaled(database -> {
            History wrong = history(schema -> {
                customers(schema);
                schema.execute("INSERT INTO custommers (id) VALUES (1)");
            });
            History corrected = history(schema -> {
                customers(schema);
                schema.execute("INSERT INTO customers (id, name) VALUES (1, 'Ada')");
            });
            History rewritten = history(schema -> schema.createTable(
                    "customers", t -> t.column("id", integer()).primaryKey()));
            assertThatThrownBy(() -> migrator(database, wrong).upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContainingAll("took effect", "goes on with what is left");

            assertThatThrownBy(() -> migrator(database, rewritten).upgrade("head"))
                    .isInstanceOf(RevisionChangedException.class)
                    .hasMessageContaining("create table \"customers\"");
            migrator(database, corrected).upgrade("head");
            assertThat(database.query("SELECT name FROM customers")).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_a_correction_added_to_a_step_is_done_once() {
        History wrong = history(schema -> {
            customers(schema);
            schema.insertInto("customers")
                    .row(row -> row.set("id", 1).set("name", "Ada"))
                    .row(row -> row.set("id", 1));
            orders(schema);
        });
        History corrected = history(schema -> {
            customers(schema);
            schema.insertInto("customers")
                    .row(row -> row.set("id", 1).set("name", "Ada"))
                    .row(row -> row.set("id", 2))
                    .row(row -> row.set("id", 3).set("name", "Cy"));
            orders(schema);
        });
        return onJournaled(database -> {
            assertThatThrownBy(() -> migrator(database, wrong).upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class);
            database.execute("CREATE TABLE orders (id INTEGER)");
            assertThatThrownBy(() -> migrator(database, corrected).upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("create table \"orders\"");
            database.execute("DROP TABLE orders");

            migrator(database, corrected).upgrade("head");

            assertThat(database.query("SELECT id FROM customers ORDER BY id"))
                    .extracting(row -> String.valueOf(row.get("id")))
                    .containsExactly("1", "2", "3");
            assertThat(database.query("SELECT total FROM orders")).isEmpty();
        });
    }

    private static void orders(Schema schema) {
        schema.createTable("orders", t -> t.column("total", integer()).primaryKey());
    }

    @TestFactory
    Stream<DynamicTest> nothing_to_resume_is_said() {
        return onEach(
                database -> assertThatThrownBy(() -> migrator(database, WORK).resume())
                        .hasMessageContaining("there is nothing to resume"));
    }

    private void dies(TestDatabase database, History history, String after) {
        DyingRun dying = new DyingRun(database, after);
        assertThatThrownBy(() -> Migrator.on(dying.dataSource())
                        .history(history)
                        .dialect(dialect())
                        .listener(dying)
                        .build()
                        .upgrade("head"))
                .isInstanceOf(RevisionFailedException.class);
    }

    private static History history(Consumer<Schema> work) {
        return new LambdaHistory()
                .then(
                        "work",
                        schema -> {
                            work.accept(schema);
                        },
                        dev.aludel.history.Downgrade.by(schema -> schema.dropTable("customers")));
    }

    private static void customers(Schema schema) {
        schema.createTable("customers", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(40));
        });
    }

    private static LogEntry lastOf(List<LogEntry> log) {
        return log.get(log.size() - 1);
    }

    private Migrator migrator(TestDatabase database, History history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect())
                .build();
    }

    private Stream<DynamicTest> onEach(Behaviour behaviour) {
        return databases().stream()
                .map(kind -> dynamicTest(kind.id(), () -> {
                    try (TestDatabase database = TestDatabases.create(kind)) {
                        behaviour.on(database);
                    }
                }));
    }

    /** Where a revision is one transaction, nothing can be applied in part. */
    private Stream<DynamicTest> onJournaled(Behaviour behaviour) {
        return dialect().transactionalDdl()
                ? Stream.of(dynamicTest("a revision is one transaction", this::isOneTransaction))
                : onEach(behaviour);
    }

    private void isOneTransaction() {
        assertThat(dialect().transactionalDdl()).isTrue();
    }

    /** A behaviour, shown on one database. */
    @FunctionalInterface
    private interface Behaviour {
        void on(TestDatabase database) throws Exception;
    }
}
