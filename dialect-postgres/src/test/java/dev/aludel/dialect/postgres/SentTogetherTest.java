package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.MigrationListener;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.CountingDataSource;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Statements of a transaction that take no time go to the server in one message. */
class SentTogetherTest {

    /** On a database that stands at {@code r1}. */
    private static final LambdaHistory TABLES_AND_COLUMN = history(schema -> {
        schema.alterTable("a", t -> t.addColumn("note", text()));
        schema.createTable("b", t -> {
            t.column("id", integer()).primaryKey();
            t.index("ix_b", "id");
        });
        schema.alterTable("a", t -> t.addColumn("other", text()));
    });

    private final List<String> told = new ArrayList<>();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_revision_with_its_version_and_its_log_is_one(TestDatabase database) throws SQLException {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "r1");
        CountingDataSource counting = new CountingDataSource(database.dataSource());

        Migrator.on(counting).history(TABLES_AND_COLUMN).build().upgrade("head");

        assertThat(counting.statements()).hasSize(9).containsOnlyOnce("executeBatch");
        assertThat(database.query("SELECT version_num FROM alembic_version").get(0))
                .containsEntry("version_num", "r2");
        assertThat(database.query("SELECT outcome FROM alembic_version_log")).hasSize(2);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void where_the_lock_cannot_be_asked_for_within_it_the_rest_is_one(TestDatabase database) throws SQLException {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "r1");
        database.execute("DROP EXTENSION plpgsql");
        CountingDataSource counting = new CountingDataSource(database.dataSource());

        Migrator.on(counting).history(TABLES_AND_COLUMN).build().upgrade("head");

        assertThat(counting.statements().stream().filter("executeBatch"::equals))
                .hasSize(2);
        assertThat(database.query("SELECT version_num FROM alembic_version").get(0))
                .containsEntry("version_num", "r2");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_lock_that_was_lost_stops_it_before_any_of_them(TestDatabase database) throws SQLException {
        stopsWithoutTheLock(database, schema -> schema.createTable("b", t -> t.column("id", integer())));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_lock_that_was_lost_stops_a_revision_that_begins_with_code(TestDatabase database) throws SQLException {
        stopsWithoutTheLock(
                database,
                schema -> schema.run("create", connection -> TestRun.execute(connection, "CREATE TABLE b ()")));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_lock_that_was_lost_stops_a_revision_that_does_nothing(TestDatabase database) throws SQLException {
        stopsWithoutTheLock(database, schema -> {});
    }

    private void stopsWithoutTheLock(TestDatabase database, Consumer<Schema> third) throws SQLException {
        LambdaHistory history = history(schema -> schema.run(
                        "let go", connection -> TestRun.rows(connection, "SELECT pg_advisory_unlock_all()::text")))
                .then("r3", third);

        assertThatThrownBy(() -> migrate(database.dataSource(), history, "head"))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("is not held by this session any more")
                .hasMessageContaining("this run stopped before it wrote anything more");

        assertThat(database.query("SELECT version_num FROM alembic_version").get(0))
                .containsEntry("version_num", "r2");
        assertThat(database.query("SELECT to_regclass('b')::text AS found").get(0))
                .containsEntry("found", null);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_listener_hears_of_each_beginning_and_end_in_order(TestDatabase database) throws SQLException {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "head");

        assertThat(told)
                .containsExactly(
                        "create version table \"alembic_version\" …",
                        "… 0",
                        "create migration log \"alembic_version_log\" …",
                        "… 0",
                        "create table \"a\" …",
                        "… 0",
                        "record revision \"r1\" …",
                        "… 1",
                        "alter table \"a\": add column \"note\" …",
                        "… 0",
                        "create table \"b\" …",
                        "… 0",
                        "create index \"ix_b\" on \"b\" …",
                        "… 0",
                        "alter table \"a\": add column \"other\" …",
                        "… 0",
                        "record revision \"r2\" in place of \"r1\" …",
                        "… 1");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_one_that_fails_is_named_and_nobody_hears_of_those_behind_it(TestDatabase database) throws SQLException {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "r1");
        told.clear();
        database.execute("CREATE TABLE b (id integer)");

        assertThatThrownBy(() -> migrate(database.dataSource(), TABLES_AND_COLUMN, "head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("while doing: create table \"b\"")
                .hasMessageContaining("statement: CREATE TABLE b (")
                .hasMessageContaining("PostgreSQL says: ERROR: relation \"b\" already exists")
                .hasMessageContaining(
                        "The transaction was rolled back: the database is as it was before this revision");

        assertThat(told).containsExactly("alter table \"a\": add column \"note\" …", "… 0", "create table \"b\" …");
        assertThat(database.query("SELECT * FROM a")).isEmpty();
        assertThat(database.query("SELECT outcome FROM alembic_version_log ORDER BY entry"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("done", "failed");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_is_waited_for_is_waited_for_once_and_named(TestDatabase database) throws SQLException {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "r1");
        try (Connection other = database.connect()) {
            TestRun.execute(other, "SET application_name = 'by hand'");
            other.setAutoCommit(false);
            TestRun.rows(other, "SELECT * FROM alembic_version FOR UPDATE");
            Duration limit = Duration.ofSeconds(6);
            long start = System.nanoTime();

            assertThatThrownBy(() -> migrator(database.dataSource(), TABLES_AND_COLUMN)
                            .lockWait(limit)
                            .lockRetries(0)
                            .build()
                            .upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("while doing: record revision \"r2\" in place of \"r1\"")
                    .hasMessageContaining("canceling statement due to lock timeout")
                    .hasMessageContaining("by hand");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.multipliedBy(2));
        }
        migrate(database.dataSource(), TABLES_AND_COLUMN, "head");
        assertThat(database.query("SELECT current_setting('lock_timeout') AS kept")
                        .get(0))
                .containsEntry("kept", "0");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_is_cancelled_while_it_waits_stops(TestDatabase database) throws Exception {
        migrate(database.dataSource(), TABLES_AND_COLUMN, "r1");
        told.clear();
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            TestRun.rows(other, "SELECT * FROM a");
            CompletableFuture<Void> run =
                    CompletableFuture.runAsync(() -> migrator(database.dataSource(), TABLES_AND_COLUMN)
                            .lockWait(Duration.ofMinutes(1))
                            .build()
                            .upgrade("head"));
            cancelWhoeverWaits(database);

            assertThatThrownBy(run::join)
                    .hasCauseInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("while doing: alter table \"a\": add column \"note\"")
                    .hasMessageContaining("canceling statement due to user request");
        }
        assertThat(told).containsExactly("alter table \"a\": add column \"note\" …");
    }

    private static void cancelWhoeverWaits(TestDatabase database) throws Exception {
        String cancel = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND datname = current_database()";
        for (int tries = 0; database.query(cancel).isEmpty(); tries++) {
            assertThat(tries).as("tries before anybody waits").isLessThan(600);
            Thread.sleep(50);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_limit_of_waiting_is_as_before_once_it_is_known_that_nothing_fails(TestDatabase database)
            throws SQLException {
        LambdaHistory history = history(schema -> {
            schema.createTable("b", t -> t.column("id", integer()));
            schema.run(
                    "look",
                    connection -> told.add(
                            TestRun.rows(connection, "SHOW lock_timeout").get(0).get(0)));
        });

        migrate(database.dataSource(), history, "head");

        assertThat(told).contains("5s");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void what_goes_through_the_rows_of_an_older_table_goes_alone(TestDatabase database) throws SQLException {
        LambdaHistory history = history(schema -> {
            schema.createIndex("ix_one", "a", "id");
            schema.createIndex("ix_two", "a", "id");
        });
        migrate(database.dataSource(), history, "r1");
        CountingDataSource counting = new CountingDataSource(database.dataSource());

        migrate(counting, history, "head");

        assertThat(counting.statements()).contains("CREATE INDEX ix_one ON a (id)", "CREATE INDEX ix_two ON a (id)");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void so_does_what_goes_through_a_new_table_that_may_have_been_filled(TestDatabase database) throws SQLException {
        LambdaHistory history = history(schema -> {
            schema.execute("INSERT INTO a SELECT generate_series(1, 1000)");
            schema.createIndex("ix_one", "a", "id");
            schema.createIndex("ix_two", "a", "id");
        });
        CountingDataSource counting = new CountingDataSource(database.dataSource());

        migrate(counting, history, "head");

        assertThat(counting.statements()).contains("CREATE INDEX ix_one ON a (id)", "CREATE INDEX ix_two ON a (id)");
    }

    private static LambdaHistory history(Consumer<Schema> second) {
        return new LambdaHistory()
                .then(
                        "r1",
                        schema -> schema.createTable(
                                "a", t -> t.column("id", integer()).primaryKey()))
                .then("r2", second);
    }

    private void migrate(DataSource dataSource, LambdaHistory history, String target) {
        migrator(dataSource, history).build().upgrade(target);
    }

    private Migrator.Builder migrator(DataSource dataSource, LambdaHistory history) {
        return Migrator.on(dataSource)
                .history(history)
                .dialect(PostgresDialect.withMaintenanceMemory(0))
                .listener(new MigrationListener() {
                    @Override
                    public void actionStarted(PlannedRevision revision, Action action) {
                        told.add(action.summary() + " …");
                    }

                    @Override
                    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
                        told.add("… " + rows);
                    }
                });
    }
}
