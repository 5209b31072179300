package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.bigInteger;
import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ProgressQuery;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.MigrationListener;
import dev.aludel.operation.Conversion;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Sql;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.ConnectionSource;
import dev.aludel.testing.contract.LambdaHistory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Statements that take their time, because a function does for each row, tell how far they have come. */
class PostgresProgressTest {

    private static final int ROWS = 3_000;

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void an_index_tells_its_blocks(TestDatabase database) throws SQLException {
        List<ActionProgress> told = progress(database, PostgresProgressTest::index);

        assertThat(told).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.phase()).contains("building index");
            assertThat(progress.unit()).isIn("blocks", "rows");
            assertThat(progress.done()).isBetween(0L, progress.total());
        });
        assertThat(told).extracting(ActionProgress::done).isSorted();
        assertThat(told.get(told.size() - 1).remaining()).isPresent();
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_table_that_is_written_anew_tells_how_its_files_grow(TestDatabase database) throws SQLException {
        List<ActionProgress> told = progress(
                database,
                schema -> schema.alterTable("visits", t -> t.column("a")
                        .type(bigInteger())
                        .using(Conversion.expression("slow(a)::bigint", "a::integer"))));

        assertThat(told).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.phase()).isEqualTo("writing table visits");
            assertThat(progress.unit()).isEqualTo("bytes");
            assertThat(progress.done()).isBetween(0L, progress.total());
        });
        assertThat(told.get(told.size() - 1).percent()).isBetween(20, 100);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void where_the_pool_has_no_second_connection_nothing_is_told_and_nothing_fails(TestDatabase database)
            throws SQLException {
        AtomicInteger open = new AtomicInteger();
        ConnectionSource pool = () -> {
            if (open.incrementAndGet() > 1) {
                throw new SQLException("the pool is empty");
            }
            return database.connect();
        };
        List<ActionProgress> told = new CopyOnWriteArrayList<>();
        fill(database);

        migrator(pool.asDataSource(), new PostgresDialect(), PostgresProgressTest::index, told::add)
                .upgrade("head");

        assertThat(told).isEmpty();
        assertThat(open.get()).isGreaterThan(1);
        assertThat(isDone(database)).isTrue();
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_data_source_of_one_session_keeps_its_transaction(TestDatabase database) throws SQLException {
        List<ActionProgress> told = new CopyOnWriteArrayList<>();
        fill(database);

        try (Connection only = database.connect()) {
            ConnectionSource wrapped = () -> unclosed(only);
            assertThatThrownBy(() -> migrator(
                                    wrapped.asDataSource(),
                                    new PostgresDialect(),
                                    schema -> {
                                        index(schema);
                                        schema.execute("SELECT 1 / 0");
                                    },
                                    told::add)
                            .upgrade("head"))
                    .hasMessageContaining("division by zero");
        }

        assertThat(told).isEmpty();
        assertThat(isDone(database)).as("the index was rolled back").isFalse();
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PostgresProgressTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    }
                });
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_question_that_fails_does_no_harm(TestDatabase database) throws SQLException {
        List<ActionProgress> told = new CopyOnWriteArrayList<>();
        fill(database);

        migrator(database.dataSource(), asking("SELECT nonsense {}"), PostgresProgressTest::index, told::add)
                .upgrade("head");

        assertThat(told).isEmpty();
        assertThat(isDone(database)).isTrue();
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_question_that_gets_no_answer_is_not_waited_for(TestDatabase database) throws SQLException {
        fill(database);
        long start = System.nanoTime();

        migrator(
                        database.dataSource(),
                        asking("SELECT 'asleep {}', 1, 2, 'rows', 0 FROM pg_sleep(600)"),
                        PostgresProgressTest::index,
                        progress -> {})
                .upgrade("head");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(5));
        assertThat(isDone(database)).isTrue();
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_listener_that_fails_hears_no_more_and_stops_nothing(TestDatabase database) throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        fill(database);

        migrator(database.dataSource(), new PostgresDialect(), PostgresProgressTest::index, progress -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("a listener's own fault");
                })
                .upgrade("head");

        assertThat(calls).hasValue(1);
        assertThat(isDone(database)).isTrue();
    }

    private static List<ActionProgress> progress(TestDatabase database, Consumer<Schema> slow) throws SQLException {
        List<ActionProgress> told = new CopyOnWriteArrayList<>();
        fill(database);
        migrator(database.dataSource(), new PostgresDialect(), slow, told::add).upgrade("head");
        return told;
    }

    private static Migrator migrator(
            DataSource dataSource, Dialect dialect, Consumer<Schema> slow, Consumer<ActionProgress> listener) {
        return Migrator.on(dataSource)
                .history(new LambdaHistory()
                        .then("create", PostgresProgressTest::create)
                        .then("slow", slow))
                .dialect(dialect)
                .withoutLock()
                .listener(new MigrationListener() {
                    @Override
                    public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
                        listener.accept(progress);
                    }
                })
                .build();
    }

    /** PostgreSQL that is asked something else. */
    private static Dialect asking(String question) {
        Dialect real = new PostgresDialect();
        ProgressQuery query = new ProgressQuery(Sql.raw("SELECT pg_backend_pid()"), question);
        return (Dialect) Proxy.newProxyInstance(
                PostgresProgressTest.class.getClassLoader(),
                new Class<?>[] {Dialect.class},
                (proxy, method, arguments) ->
                        method.getName().equals("progress") ? Optional.of(query) : method.invoke(real, arguments));
    }

    private static void fill(TestDatabase database) throws SQLException {
        migrator(database.dataSource(), new PostgresDialect(), PostgresProgressTest::index, progress -> {})
                .upgrade("create");
        database.execute(
                "CREATE FUNCTION slow(integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.001); RETURN $1; END'",
                "INSERT INTO visits SELECT number, (SELECT string_agg(md5((number * 100 + part)::text), '') FROM generate_series(1, 50) AS part) FROM generate_series(1, %d) AS number"
                        .formatted(ROWS),
                "VACUUM ANALYZE visits");
    }

    private static void index(Schema schema) {
        schema.createIndex("ix_slow", "visits").expression("slow(a)");
    }

    private static boolean isDone(TestDatabase database) throws SQLException {
        return !database.query("SELECT 1 FROM pg_indexes WHERE indexname = 'ix_slow'")
                .isEmpty();
    }

    private static void create(Schema schema) {
        schema.createTable("visits", t -> {
            t.column("a", integer());
            t.column("b", text());
        });
    }
}
