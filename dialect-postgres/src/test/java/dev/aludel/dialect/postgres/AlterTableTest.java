package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.datetime;
import static dev.aludel.model.ColumnType.decimal;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.json;
import static dev.aludel.model.ColumnType.jsonBinary;
import static dev.aludel.model.ColumnType.string;
import static dev.aludel.model.ColumnType.text;
import static dev.aludel.model.ColumnType.timestampWithZone;
import static dev.aludel.operation.Conversion.epochMillis;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.UniqueConstraint;
import dev.aludel.model.Value;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Conversion;
import dev.aludel.sql.Check;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AlterTableTest {

    private static void tasks(Schema schema) {
        schema.createTable("tasks", t -> {
            t.column("id", integer()).primaryKey();
            t.column("name", string(50)).defaultTo("none");
            t.column("created_at", datetime()).defaultTo(Value.currentTimestamp());
            t.column("price", decimal(10, 2));
            t.column("note", text());
        });
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void everything_that_can_be_is_one_statement(TestDatabase database) throws SQLException {
        TestRun run = altering(database, t -> {
            t.column("created_at")
                    .renameTo("created_time")
                    .type(bigInteger())
                    .using(epochMillis(UTC))
                    .fillNull(Value.runTimeMillis())
                    .notNull()
                    .dropDefault();
            t.column("name").type(text()).defaultTo("nobody");
            t.addColumn("owner", integer()).references("tasks", "id");
            t.dropColumn("note");
            t.addCheck("tasks_price_check", "price > 0");
        });

        assertThat(run.sql())
                .containsExactly(
                        """
                        ALTER TABLE tasks
                            ALTER COLUMN created_at DROP DEFAULT,
                            ALTER COLUMN created_at TYPE bigint USING coalesce(
                                extract(epoch FROM date_trunc('second', created_at))::bigint * 1000
                                    + extract(microseconds FROM created_at)::bigint % 1000000 / 1000,
                                1735787045678),
                            ALTER COLUMN created_at SET NOT NULL,
                            ALTER COLUMN name DROP DEFAULT,
                            ALTER COLUMN name TYPE text,
                            ALTER COLUMN name SET DEFAULT 'nobody',
                            ADD COLUMN owner integer,
                            ADD CONSTRAINT tasks_owner_fkey FOREIGN KEY (owner) REFERENCES tasks (id),
                            DROP COLUMN note,
                            ADD CONSTRAINT tasks_price_check CHECK (price > 0)""",
                        "ALTER TABLE tasks RENAME COLUMN created_at TO created_time");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_change_that_builds_on_another_waits_for_it(TestDatabase database) throws SQLException {
        TestRun run = altering(database, t -> {
            t.column("note").renameTo("remark");
            t.column("remark").type(string(10));
            t.addCheck("tasks_remark_check", "remark <> ''");
        });

        assertThat(run.sql())
                .containsExactly(
                        "ALTER TABLE tasks RENAME COLUMN note TO remark",
                        """
                        ALTER TABLE tasks
                            ALTER COLUMN remark TYPE varchar(10),
                            ADD CONSTRAINT tasks_remark_check CHECK (remark <> '')""");
        assertThat(run.checks()).isNotEmpty().noneMatch(Check::precondition);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void nulls_are_filled_before_the_column_becomes_mandatory(TestDatabase database) throws SQLException {
        TestRun run = altering(database, t -> {
            t.column("note").fillNull(Value.of("-")).notNull();
            t.column("price").fillNull(Value.of(1)).notNull();
        });

        assertThat(run.sql())
                .containsExactly(
                        """
                        UPDATE tasks
                        SET note = coalesce(note, '-'), price = coalesce(price, 1)
                        WHERE note IS NULL OR price IS NULL""",
                        """
                        ALTER TABLE tasks
                            ALTER COLUMN note SET NOT NULL,
                            ALTER COLUMN price SET NOT NULL""");
        assertThat(database.query("SELECT id, note, price::text FROM tasks ORDER BY id")
                        .toString())
                .isEqualTo("[{id=1, note=-, price=1.50}, {id=2, note=two, price=1.00}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_mandatory_column_with_the_same_value_for_all_is_added_without_touching_rows(TestDatabase database)
            throws SQLException {
        TestRun run = altering(database, t -> t.addColumn("status", string(10))
                .notNull()
                .fill(Value.of("old"))
                .defaultTo("new"));

        assertThat(run.sql())
                .containsExactly(
                        "ALTER TABLE tasks ADD COLUMN status varchar(10) DEFAULT 'old' NOT NULL",
                        "ALTER TABLE tasks ALTER COLUMN status SET DEFAULT 'new'");
        assertThat(run.statements()).noneMatch(statement -> statement.lock().rewritesTable());
        database.execute("INSERT INTO tasks (id) VALUES (3)");
        assertThat(database.query("SELECT status FROM tasks ORDER BY id").toString())
                .isEqualTo("[{status=old}, {status=old}, {status=new}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_column_may_be_filled_from_the_others(TestDatabase database) throws SQLException {
        TestRun run =
                altering(database, t -> t.addColumn("title", text()).notNull().fill(Value.expression("'task ' || id")));

        assertThat(run.sql())
                .containsExactly(
                        "ALTER TABLE tasks ADD COLUMN title text",
                        "UPDATE tasks\nSET title = 'task ' || id",
                        "ALTER TABLE tasks ALTER COLUMN title SET NOT NULL");
        assertThat(database.query("SELECT title FROM tasks ORDER BY id").toString())
                .isEqualTo("[{title=task 1}, {title=task 2}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void rows_without_a_value_for_a_mandatory_column_are_shown(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> altering(database, t -> t.column("note").notNull()))
                .isInstanceOf(TestRun.CheckFound.class)
                .hasMessage("column \"note\" of table \"tasks\" is to be NOT NULL, and holds NULL [[1, 1, null]]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_mandatory_column_without_a_value_needs_an_empty_table(TestDatabase database) throws SQLException {
        assertThatThrownBy(() ->
                        altering(database, t -> t.addColumn("owner", integer()).notNull()))
                .isInstanceOf(TestRun.CheckFound.class)
                .hasMessage(
                        "column \"owner\" cannot be added as NOT NULL, because table \"tasks\" holds rows and nothing says what they get [[2, 1], [2, 2]]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void text_that_is_too_long_is_shown_rather_than_cut(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> altering(database, t -> t.column("name").type(string(3))))
                .isInstanceOf(TestRun.CheckFound.class)
                .hasMessage(
                        "column \"name\" of table \"tasks\" holds text of more than 3 characters [[1, 1, first  ]]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_timestamp_gets_its_zone_from_no_session(TestDatabase database) throws SQLException {
        TestDatabase abroad = database.withTimeZone("Asia/Kolkata");
        altering(abroad, t -> t.column("created_at").type(timestampWithZone()).fillNull(Value.currentTimestamp()));

        assertThat(abroad.query(
                                "SELECT floor(extract(epoch FROM created_at))::bigint AS seconds FROM tasks WHERE id = 1")
                        .toString())
                .isEqualTo("[{seconds=1735787045}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_clock_of_a_column_without_zone_is_utc(TestDatabase database) throws SQLException {
        TestDatabase abroad = database.withTimeZone("Asia/Kolkata");
        altering(abroad, t -> t.addColumn("seen_at", datetime()).fill(Value.currentTimestamp()));
        try (Connection connection = abroad.connect()) {
            TestRun.of(TestRun.of(SchemaModel.empty(), AlterTableTest::tasks).after(), s -> s.update("tasks")
                            .set("created_at", Value.currentTimestamp()))
                    .on(connection);
        }
        abroad.execute("INSERT INTO tasks (id) VALUES (3)");

        assertThat(
                        abroad.query(
                                """
                        SELECT bool_and(abs(extract(epoch FROM created_at) - extract(epoch FROM now())) < 600) AS created,
                            bool_and(abs(extract(epoch FROM seen_at) - extract(epoch FROM now())) < 600) AS seen
                        FROM tasks"""))
                .first()
                .hasToString("{created=true, seen=true}");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void an_expression_converts_and_comes_back(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema =
                    TestRun.of(SchemaModel.empty(), AlterTableTest::tasks).on(connection);
            TestRun.execute(connection, "INSERT INTO tasks (id, note) VALUES (1, '41')");
            TestRun up = TestRun.of(
                    schema,
                    s -> s.alterTable("tasks", t -> t.column("note")
                            .renameTo("number")
                            .type(integer())
                            .using(Conversion.expression("note::integer + 1", "(number - 1)::text"))));
            up.on(connection);
            assertThat(TestRun.rows(connection, "SELECT number FROM tasks")).containsExactly(List.of("42"));

            TestRun.of(
                            up.after(),
                            up.compiled()
                                    .steps()
                                    .get(0)
                                    .steps()
                                    .get(0)
                                    .operation()
                                    .reverse(schema))
                    .on(connection);
            assertThat(TestRun.rows(connection, "SELECT note FROM tasks")).containsExactly(List.of("41"));
        }
    }

    /** PostgreSQL makes one key of two that stand in one statement, without a word. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void two_keys_over_the_same_columns_stay_two(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TestRun created = TestRun.of(
                    SchemaModel.empty(),
                    s -> s.createTable("t", t -> {
                        t.column("id", integer()).primaryKey();
                        t.column("n", integer());
                        t.unique("id");
                    }));
            TestRun altered = TestRun.of(
                    created.on(connection),
                    List.of(new AlterTable(
                            "t",
                            List.of(
                                    new AddConstraint(new UniqueConstraint("uq_one", List.of("n", "id"))),
                                    new AddConstraint(new UniqueConstraint("uq_two", List.of("n", "id")))))));
            altered.on(connection);

            assertThat(new PostgresInspector()
                            .table(connection, "t")
                            .orElseThrow()
                            .constraints())
                    .extracting("name")
                    .containsExactlyInAnyOrder("t_pkey", "t_id_key", "uq_one", "uq_two");
        }
    }

    @Test
    void a_change_of_type_that_could_lose_something_is_refused() {
        SchemaModel schema =
                TestRun.of(SchemaModel.empty(), AlterTableTest::tasks).after();

        assertThatThrownBy(() -> TestRun.of(
                        schema,
                        s -> s.alterTable("tasks", t -> t.column("price").type(decimal(10, 1)))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage(
                        "PostgreSQL cannot carry every value of column \"price\" over from numeric(10,2) to numeric(10,1) unchanged: say how by a conversion");
        assertThatThrownBy(() -> TestRun.of(
                        schema,
                        s -> s.alterTable("tasks", t -> t.column("created_at").type(text()))))
                .isInstanceOf(UnsupportedOnDialectException.class);
    }

    @Test
    void a_clock_in_a_column_of_numbers_is_refused() {
        assertThatThrownBy(() -> TestRun.of(
                        SchemaModel.empty(),
                        s -> s.createTable("t", t -> t.column("n", integer()).defaultTo(Value.currentTimestamp()))))
                .isInstanceOf(UnsupportedOnDialectException.class)
                .hasMessage(
                        "column \"n\" of type integer cannot take the database's clock: give it a date and time type, or an expression");
    }

    @Test
    void json_becomes_jsonb_only_where_the_author_says_so() {
        SchemaModel schema = TestRun.of(SchemaModel.empty(), s -> s.createTable("t", t -> t.column("doc", json())))
                .after();

        assertThatThrownBy(() -> TestRun.of(
                        schema, s -> s.alterTable("t", t -> t.column("doc").type(jsonBinary()))))
                .isInstanceOf(UnsupportedOnDialectException.class);
    }

    /** A table with two rows, changed; the second row has no date, no price. */
    private static TestRun altering(TestDatabase database, Consumer<TableAlteration> changes) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaModel schema =
                    TestRun.of(SchemaModel.empty(), AlterTableTest::tasks).on(connection);
            TestRun.execute(
                    connection,
                    "INSERT INTO tasks VALUES (1, 'first  ', '2025-01-02 03:04:05.678', 1.5, NULL), (2, 'two', NULL, NULL, 'two')");
            TestRun run = TestRun.of(schema, s -> s.alterTable("tasks", changes));
            run.on(connection);
            return run;
        }
    }
}
