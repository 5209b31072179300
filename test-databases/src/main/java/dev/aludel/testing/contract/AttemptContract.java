package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.execute.StatementInDoubtException;
import dev.aludel.history.History;
import dev.aludel.log.Assumption;
import dev.aludel.plan.UnsupportedOperationOnDialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is tried is done whole or undone, also where a run dies in it: extend this in the dialect's tests. */
public abstract class AttemptContract {

    /** The dialect that is held to the contract. */
    protected abstract Dialect dialect();

    /** The databases that it is held to the contract on. */
    protected abstract List<DatabaseKind> databases();

    @TestFactory
    Stream<DynamicTest> what_was_tried_is_undone_before_the_other_is_done() {
        History history = history(schema -> schema.attempt(s -> {
                    plans(s);
                    s.insertInto("plans").row(r -> r.set("id", 1));
                    s.execute("UPDATE plans SET missing = 1").reversedByNothing();
                })
                .orElse(s -> {
                    plans(s);
                    s.insertInto("plans").row(r -> r.set("id", 2));
                })
                .reversedBy(s -> s.dropTable("plans")));
        return onEach(database -> {
            if (!dialect().transactionalDdl()) {
                assertThatThrownBy(() -> migrator(database, history).upgrade("head"))
                        .isInstanceOf(UnsupportedOperationOnDialect.class)
                        .hasMessageContaining("what is tried comes to 3 statements, and DDL commits by itself here");
                return;
            }
            migrator(database, history).upgrade("head");
            assertThat(ids(database)).containsExactly("2");
            migrator(database, history).downgrade("base");
        });
    }

    @TestFactory
    Stream<DynamicTest> what_the_database_takes_is_done_and_the_other_is_not() {
        History history = history(schema -> {
            plans(schema);
            schema.attempt(s -> s.insertInto("plans").row(r -> r.set("id", 1)))
                    .orElse(s -> s.insertInto("plans").row(r -> r.set("id", 2)))
                    .reversedByNothing();
            schema.insertInto("plans").row(r -> r.set("id", 3));
        });
        return onEach(database -> {
            migrator(database, history).upgrade("head");
            assertThat(ids(database)).containsExactly("1", "3");
        });
    }

    @TestFactory
    Stream<DynamicTest> an_expectation_that_is_not_met_is_a_refusal_too() {
        History history = history(schema -> {
            plans(schema);
            schema.attempt(s -> s.expect("there is a plan")
                            .query("SELECT count(*) FROM plans")
                            .returns(1))
                    .orElse(s -> s.insertInto("plans").row(r -> r.set("id", 2)))
                    .reversedByNothing();
        });
        return onEach(database -> {
            migrator(database, history).upgrade("head");
            assertThat(ids(database)).containsExactly("2");
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_in_the_other_branch_fails_the_revision() {
        History history = history(schema -> schema.attempt(s -> s.execute("SELECT missing"))
                .orElse(s -> s.execute("SELECT lost"))
                .reversedByNothing());
        return onEach(
                database -> assertThatThrownBy(() -> migrator(database, history).upgrade("head"))
                        .isInstanceOf(RevisionFailedException.class)
                        .hasMessageContaining("lost"));
    }

    /** An index made concurrently keeps the revision from being one transaction on PostgreSQL. */
    @TestFactory
    Stream<DynamicTest> an_attempt_is_undone_in_a_revision_that_is_not_one_transaction() {
        History history = history(schema -> {
            plans(schema);
            schema.createIndex("ix_plans_name", "plans", "name").concurrently();
            refusedThenTwoRows(schema);
            schema.createIndex("ix_plans_both", "plans", "name", "id").concurrently();
        });
        return onEach(database -> {
            migrator(database, history).upgrade("head");
            assertThat(ids(database)).containsExactly("2", "3");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_dies_around_an_attempt_is_brought_to_its_right_end() {
        History history = history(schema -> {
            plans(schema);
            schema.insertInto("plans").row(r -> r.set("id", 1));
            schema.attempt(s -> s.createIndex("ix_plans_name", "plans", "name").unique())
                    .orElse(s -> {
                        s.deleteFrom("plans").where("id > 1").reversedByNothing();
                        s.createIndex("ix_plans_name", "plans", "name").unique();
                    });
            schema.insertInto("plans").row(r -> r.set("id", 9));
        });
        History refused = history(schema -> {
            plans(schema);
            refusedThenTwoRows(schema);
            schema.insertInto("plans").row(r -> r.set("id", 9));
        });
        return onEach(database -> {
            dies(database, history, "ix_plans_name");
            migrator(database, history).upgrade("head");
            assertThat(ids(database)).containsExactly("1", "9");
            migrator(database, history).downgrade("base");

            for (String action : List.of("UPDATE plans SET missing", "insert", "delete")) {
                dies(database, refused, action);
                migrator(database, refused).upgrade("head");
                assertThat(ids(database)).as(action).containsExactly("2", "3", "9");
                migrator(database, refused).downgrade("base");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_dies_at_refused_ddl_looks_at_the_schema_or_asks_a_person() {
        History told = history(schema -> {
            plans(schema);
            schema.attempt(s -> s.createTable("extras", t -> {
                        t.column("id", integer()).primaryKey();
                        t.check("ck_extras", "missing > 1");
                    }))
                    .orElse(s -> s.createTable(
                            "extras", t -> t.column("id", integer()).primaryKey()))
                    .effect(s -> s.createTable(
                            "extras", t -> t.column("id", integer()).primaryKey()))
                    .reversedBy(s -> s.dropTable("extras"));
        });
        History raw = history(schema -> {
            plans(schema);
            schema.attempt(s -> s.execute("ALTER TABLE plans DROP COLUMN missing"))
                    .orElse(s -> s.insertInto("plans").row(r -> r.set("id", 2)))
                    .reversedByNothing();
        });
        return onEach(database -> {
            dies(database, told, "create table \"extras\"");
            migrator(database, told).upgrade("head");
            assertThat(database.query("SELECT id FROM extras")).isEmpty();
            migrator(database, told).downgrade("base");

            dies(database, raw, "ALTER TABLE");
            if (dialect().transactionalDdl()) {
                migrator(database, raw).upgrade("head");
            } else {
                assertThatThrownBy(() -> migrator(database, raw).upgrade("head"))
                        .isInstanceOf(StatementInDoubtException.class);
                migrator(database, raw).resume(Assumption.NOT_APPLIED);
            }
            assertThat(ids(database)).containsExactly("2");
        });
    }

    /** Refused on every database: the column would have to be there already. */
    private static void refusedThenTwoRows(Schema schema) {
        schema.attempt(s -> s.execute("UPDATE plans SET missing = 1"))
                .orElse(s -> {
                    s.insertInto("plans").row(r -> r.set("id", 2));
                    s.deleteFrom("plans").where("id = 7").reversedByNothing();
                    s.insertInto("plans").row(r -> r.set("id", 3));
                })
                .reversedByNothing();
    }

    private static void plans(Schema schema) {
        schema.createTable("plans", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(20));
        });
    }

    private static History history(Consumer<Schema> work) {
        return new LambdaHistory().then("work", work);
    }

    private void dies(TestDatabase database, History history, String at) {
        DyingRun dying = new DyingRun(database, at);
        assertThatThrownBy(() -> Migrator.on(dying.dataSource())
                        .history(history)
                        .dialect(dialect())
                        .listener(dying)
                        .build()
                        .upgrade("head"))
                .as("dies at " + at)
                .isInstanceOf(RevisionFailedException.class)
                .hasStackTraceContaining("the run dies");
    }

    private static List<String> ids(TestDatabase database) throws Exception {
        return database.query("SELECT id FROM plans ORDER BY id").stream()
                .map(Map::values)
                .flatMap(row -> row.stream().map(Objects::toString))
                .toList();
    }

    private Migrator migrator(TestDatabase database, History history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect())
                .build();
    }

    private Stream<DynamicTest> onEach(EachDatabase.Behaviour behaviour) {
        return EachDatabase.of(databases(), behaviour);
    }
}
