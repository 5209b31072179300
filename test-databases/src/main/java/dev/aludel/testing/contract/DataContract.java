package dev.aludel.testing.contract;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.history.History;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every dialect owes in data steps and in control flow; as {@link DialectContract}, with cases of its own. */
public abstract class DataContract extends DialectContract {

    @Override
    List<ContractCase> cases() {
        return DataCases.all();
    }

    @TestFactory
    Stream<DynamicTest> a_guard_looks_at_the_database_and_not_at_the_model() {
        return EachDatabase.of(databases(), database -> {
            LambdaHistory history = new LambdaHistory()
                    .then("a", DataContract::createPlans)
                    .then("b", schema -> {
                        schema.unlessColumnExists(
                                "plans",
                                "name",
                                s -> s.alterTable("plans", t -> t.addColumn("name", string(20))
                                        .defaultTo("again")));
                        schema.ifTableExists("legacy", s -> s.dropTable("legacy"));
                        schema.ifColumnExists("plans", "extra", s -> s.alterTable("plans", t -> t.dropColumn("extra")));
                    });
            migrate(database, history, "a");
            database.execute(
                    "ALTER TABLE plans DROP COLUMN name",
                    "ALTER TABLE plans ADD COLUMN extra INTEGER",
                    "CREATE TABLE legacy (id INTEGER)");

            migrate(database, history, "head");

            assertThat(database.query("SELECT * FROM plans").get(0)).containsOnlyKeys("id", "name");
            assertThatThrownBy(() -> database.query("SELECT * FROM legacy")).isNotNull();
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_guarded_is_done_whole_or_not_at_all() {
        return EachDatabase.of(databases(), database -> {
            LambdaHistory history = new LambdaHistory()
                    .then("a", schema -> schema.unlessTableExists("plans", DataContract::createPlans))
                    .then(
                            "b",
                            schema -> schema.unlessTableExists("kept", s -> {
                                s.createTable("kept", t -> t.column("other", integer()));
                                s.insertInto("kept").row(r -> r.set("other", 1)).reversedByNothing();
                            }));
            database.execute("CREATE TABLE kept (id INTEGER)");

            migrate(database, history, "head");

            assertThat(database.query("SELECT id, name FROM plans")).hasSize(1);
            assertThat(database.query("SELECT id FROM kept")).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> an_expectation_that_does_not_hold_fails_the_revision_in_its_words() {
        return EachDatabase.of(databases(), database -> {
            LambdaHistory history = new LambdaHistory()
                    .then("a", DataContract::createPlans)
                    .then("b", schema -> schema.expect("there are two plans")
                            .query("SELECT count(*) FROM plans")
                            .returns(2));

            assertThatThrownBy(() -> migrate(database, history, "head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("it was expected that there are two plans, and that is not so")
                    .hasMessageContaining("given = '1'");
        });
    }

    @TestFactory
    Stream<DynamicTest> java_is_told_the_schema_that_it_finds() {
        return EachDatabase.of(databases(), database -> {
            List<String> told = new ArrayList<>();
            LambdaHistory history = new LambdaHistory().then("a", schema -> {
                createPlans(schema);
                schema.run("count columns", (connection, model) -> {
                    int columns = model.table("plans").columns().size();
                    try (java.sql.Statement statement = connection.createStatement()) {
                        statement.executeUpdate("UPDATE plans SET name = '%d columns'".formatted(columns));
                    }
                    told.add("once");
                });
            });

            migrate(database, history, "head");

            assertThat(told).containsExactly("once");
            assertThat(database.query("SELECT name FROM plans").get(0)).containsEntry("name", "2 columns");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_dies_in_what_is_guarded_goes_on_in_it() {
        History history = new LambdaHistory().then("work", schema -> {
            schema.createTable("plans", t -> t.column("id", integer()).primaryKey());
            schema.unlessTableExists("extras", s -> {
                s.createTable("extras", t -> t.column("id", integer()).primaryKey());
                s.insertInto("extras").row(r -> r.set("id", 5));
                s.createIndex("ix_extras", "extras", "id");
            });
            schema.ifTableExists("legacy", s -> s.dropTable("legacy"));
            schema.insertInto("plans").row(r -> r.set("id", 9));
        });
        return EachDatabase.of(databases(), database -> {
            for (String action : List.of("create table \"extras\"", "into \"extras\"", "ix_extras", "into \"plans\"")) {
                dies(database, history, action);
                migrate(database, history, "head");
                assertThat(database.query("SELECT id FROM extras")).as(action).hasSize(1);
                assertThat(database.query("SELECT id FROM plans")).hasSize(1);
                Migrator.on(database.dataSource())
                        .history(history)
                        .dialect(dialect())
                        .build()
                        .downgrade("base");
            }
        });
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

    private static void createPlans(Schema schema) {
        schema.createTable("plans", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(20));
        });
        schema.createIndex("ix_plans", "plans", "id");
        schema.insertInto("plans").row(r -> r.set("id", 1));
    }

    private void migrate(TestDatabase database, History history, String target) {
        Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect())
                .build()
                .upgrade(target);
    }
}
