package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.execute.CheckFailedException;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.offline.Script;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Probe;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ConcurrentIndexTest {

    private static final LambdaHistory HISTORY = new LambdaHistory()
            .then("r1", schema -> schema.createTable("t", t -> t.column("n", integer())))
            .then("r2", schema -> schema.createIndex("ix", "t", "n").concurrently());

    private static final PostgresDialect DIALECT = new PostgresDialect();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void an_index_whose_build_failed_is_neither_there_nor_absent(TestDatabase database) throws SQLException {
        Probe there = Probe.indexExists("t", "ix");
        database.execute("CREATE TABLE t (n integer)");
        try (Connection connection = database.connect()) {
            assertThat(DIALECT.inspector().holds(connection, there)).isFalse();
            assertThat(DIALECT.inspector().holds(connection, there.negated())).isTrue();

            failToBuild(connection);
            assertThat(DIALECT.inspector().holds(connection, there)).isFalse();
            assertThat(DIALECT.inspector().holds(connection, there.negated())).isFalse();
            assertThat(DIALECT.inspector().table(connection, "t").orElseThrow().indexes())
                    .isEmpty();

            TestRun.execute(connection, "REINDEX INDEX CONCURRENTLY ix");
            assertThat(DIALECT.inspector().holds(connection, there)).isTrue();
            assertThat(DIALECT.inspector().holds(connection, there.negated())).isFalse();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void psql_builds_it_outside_the_transactions_and_drops_what_an_earlier_try_left(TestDatabase database)
            throws SQLException {
        assertRuns(database, Script.of(HISTORY, DIALECT).upgrade("base:r1"));
        try (Connection connection = database.connect()) {
            failToBuild(connection);
        }

        assertRuns(database, Script.of(HISTORY, DIALECT).upgrade("r1:r2"));

        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
        assertThat(database.query("SELECT * FROM alembic_version").toString()).isEqualTo("[{version_num=r2}]");
        assertRuns(database, Script.of(HISTORY, DIALECT).downgrade("r2:r1"));
        assertThat(validity(database)).isEqualTo("[]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void psql_leaves_a_valid_index_of_that_name_alone_and_stops(TestDatabase database) throws SQLException {
        assertRuns(database, Script.of(HISTORY, DIALECT).upgrade("base:r1"));
        database.execute("CREATE UNIQUE INDEX ix ON t (n)");

        ProgramResult result = database.nativeClient(
                Script.of(HISTORY, DIALECT).upgrade("r1:r2").toString());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderr()).contains("relation \"ix\" already exists");
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=true}]");
        assertThat(database.query("SELECT * FROM alembic_version").toString()).isEqualTo("[{version_num=r1}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_migrator_builds_it_between_transactions_and_goes_on(TestDatabase database) throws SQLException {
        LambdaHistory history = new LambdaHistory().then("r1", schema -> {
            schema.createTable("t", t -> t.column("n", integer()));
            schema.createIndex("ix", "t", "n").concurrently();
            schema.alterTable("t", t -> t.addColumn("m", integer()));
        });

        migrator(database, history).upgrade("head");
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
        assertThat(database.query("SELECT m FROM t")).isEmpty();

        migrator(database, history).downgrade("base");
        assertThat(validity(database)).isEqualTo("[]");
    }

    /** The build waits for a writer who came before it: nobody waits for the build meanwhile. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void its_build_may_wait_for_longer_than_other_statements(TestDatabase database) throws Exception {
        migrator(database, HISTORY).upgrade("r1");
        try (Connection writer = writer(database)) {
            CompletableFuture<Void> run = upgrade(database);
            awaitBuild(database);
            TimeUnit.MILLISECONDS.sleep(1200);
            assertThat(run).isNotDone();

            writer.commit();

            run.get(30, TimeUnit.SECONDS);
        }
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_build_that_was_killed_is_made_good_by_the_same_call(TestDatabase database) throws Exception {
        migrator(database, HISTORY).upgrade("r1");
        try (Connection writer = writer(database)) {
            CompletableFuture<Void> run = upgrade(database);
            int process = awaitBuild(database);
            database.query("SELECT pg_terminate_backend(%d)".formatted(process));
            assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("What it left unfinished is cleared away when it runs again.");
            writer.commit();
        }
        assertThat(validity(database)).isEqualTo("[{indisvalid=false, indisunique=false}]");

        migrator(database, HISTORY).upgrade("head");

        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
        assertThat(migrator(database, HISTORY).current()).containsExactly(RevisionId.of("r2"));
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void rows_that_a_unique_one_does_not_allow_are_reported_before_it_is_built(TestDatabase database)
            throws SQLException {
        LambdaHistory history = new LambdaHistory()
                .then("r1", schema -> schema.createTable("t", t -> t.column("n", integer())))
                .then(
                        "r2",
                        schema -> schema.createIndex("ix", "t", "n").unique().concurrently());
        migrator(database, history).upgrade("r1");
        database.execute("INSERT INTO t VALUES (7), (7), (8)");

        assertThatThrownBy(() -> migrator(database, history).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasCauseInstanceOf(CheckFailedException.class)
                .hasMessageContaining("n = '7'");
        assertThat(validity(database)).isEqualTo("[]");

        database.execute("DELETE FROM t WHERE n = 7");
        migrator(database, history).upgrade("head");
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=true}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void runs_that_start_together_build_it_once_and_without_a_deadlock(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE filler AS SELECT generate_series(1, 1000) AS n");
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int run = 0; run < 9; run++) {
            runs.add(upgrade(database));
        }
        for (CompletableFuture<Void> run : runs) {
            run.get(60, TimeUnit.SECONDS);
        }
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
                        .toString())
                .isEqualTo("[{count=0}]");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_failure_after_it_tells_what_is_there_already(TestDatabase database) throws SQLException {
        LambdaHistory history = new LambdaHistory().then("r1", schema -> {
            schema.createTable("t", t -> t.column("n", integer()));
            schema.createIndex("ix", "t", "n").concurrently();
            schema.execute("DELETE FROM t");
            schema.execute("INSERT INTO nowhere VALUES (1)");
        });

        assertThatThrownBy(() -> migrator(database, history).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("applied in part")
                .hasMessageContaining("CREATE INDEX CONCURRENTLY ix ON t (n)")
                .hasMessageContaining(
                        "took no effect:\n    INSERT INTO nowhere VALUES (1)\n  did not run:\n    DELETE FROM t")
                .hasMessageNotContaining("database is as it was");
        assertThat(validity(database)).isEqualTo("[{indisvalid=true, indisunique=false}]");
    }

    private static Migrator migrator(TestDatabase database, LambdaHistory history) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(DIALECT)
                .lockWait(Duration.ofMillis(300))
                .build();
    }

    private static CompletableFuture<Void> upgrade(TestDatabase database) {
        return CompletableFuture.runAsync(
                () -> migrator(database, HISTORY).upgrade("head"), task -> new Thread(task, "upgrade").start());
    }

    /** A session with a change of the table that isn't committed. */
    private static Connection writer(TestDatabase database) throws SQLException {
        Connection writer = database.connect();
        writer.setAutoCommit(false);
        TestRun.execute(writer, "INSERT INTO t VALUES (1)");
        return writer;
    }

    /** The process that builds the index, once it waits for somebody else. */
    private static int awaitBuild(TestDatabase database) throws SQLException, InterruptedException {
        String query =
                "SELECT pid FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock' AND datname = current_database()";
        try (Connection connection = database.connect()) {
            for (int look = 0; TestRun.rows(connection, query).isEmpty(); look++) {
                assertThat(look).isLessThan(600);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return Integer.parseInt(TestRun.rows(connection, query).get(0).get(0));
        }
    }

    /** Leaves an invalid index, and a table without the rows that kept it from becoming valid. */
    private static void failToBuild(Connection connection) throws SQLException {
        TestRun.execute(connection, "INSERT INTO t VALUES (1), (1)");
        assertThatThrownBy(() -> TestRun.execute(connection, "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (n)"))
                .hasMessageContaining("could not create unique index");
        TestRun.execute(connection, "DELETE FROM t");
    }

    private static void assertRuns(TestDatabase database, Script script) {
        ProgramResult result = database.nativeClient(script.toString());
        assertThat(result.stderr()).doesNotContain("ERROR");
        assertThat(result.exitCode()).isZero();
    }

    private static String validity(TestDatabase database) throws SQLException {
        return database.query("SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = to_regclass('ix')")
                .toString();
    }
}
