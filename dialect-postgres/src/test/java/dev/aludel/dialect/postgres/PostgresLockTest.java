package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LockKey;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.CountingDataSource;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresLockTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final MigrationLock lock = new PostgresLock();

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void one_holds_it_at_a_time(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            try (MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE))) {
                assertThatThrownBy(() -> lock.acquire(second, LockRequest.of("alembic_version", AT_ONCE)))
                        .isInstanceOf(LockTimeoutException.class);
            }
            lock.acquire(second, LockRequest.of("alembic_version", AT_ONCE)).close();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void histories_with_version_tables_of_their_own_do_not_wait_for_each_other(TestDatabase database)
            throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            try (MigrationLock.Held one = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE));
                    MigrationLock.Held other = lock.acquire(second, LockRequest.of("other_version", AT_ONCE))) {
                assertThat(one).isNotSameAs(other);
            }
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_waits_gets_it_when_it_is_free(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE));
            CompletableFuture<MigrationLock.Held> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return lock.acquire(second, LockRequest.of("alembic_version", Duration.ofSeconds(30)));
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(waiting).isNotDone();

            held.close();

            waiting.get(20, TimeUnit.SECONDS).close();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_connection_that_dies_takes_its_lock_along(TestDatabase database) throws SQLException {
        Connection first = database.connect();
        MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE));
        first.close();

        try (Connection second = database.connect()) {
            lock.acquire(second, LockRequest.of("alembic_version", Duration.ofSeconds(10)))
                    .close();
        }
        assertThatThrownBy(held::close).isInstanceOf(SQLException.class);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_waited_too_long_is_told_who_holds_it(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            TestRun.execute(first, "SET application_name = 'nightly deploy'");
            String process =
                    TestRun.rows(first, "SELECT pg_backend_pid()").get(0).get(0);
            String user = TestRun.rows(first, "SELECT current_user").get(0).get(0);
            Instant start = Instant.now();
            try (MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE))) {
                assertThatThrownBy(
                                () -> lock.acquire(second, LockRequest.of("alembic_version", Duration.ofMillis(400))))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageMatching(
                                "the migration lock of \"alembic_version\", advisory lock \\d+ was not free within 400 ms: it is held by session %s of user \"%s\", application \"nightly deploy\", from .+, connected since 2.+Z, idle since 2.+Z, its last statement: SELECT .+"
                                        .formatted(process, user))
                        .hasMessageEndingWith(
                                "Nothing was changed. Wait for that run to end, or end its session, and run this one again");
            }
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
        }
    }

    /** A session that waits inside the server, or in a transaction, would keep the holder's statement from ending. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_password_in_the_holders_last_statement_is_not_told(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE));
                Statement statement = first.createStatement()) {
            statement.execute("SET aludel.password = 'tops3cret'");

            assertThatThrownBy(() -> lock.acquire(second, LockRequest.of("alembic_version", AT_ONCE)))
                    .hasMessageContaining("its last statement: (not shown, since it may hold a password)");
            held.verify(first);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_waits_does_not_keep_the_holder_from_building_an_index_concurrently(TestDatabase database)
            throws Exception {
        database.execute("CREATE TABLE t (n integer)");
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE))) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> assertThatThrownBy(
                            () -> lock.acquire(second, LockRequest.of("alembic_version", Duration.ofSeconds(3))))
                    .isInstanceOf(LockTimeoutException.class));
            TestRun.execute(first, "SET statement_timeout = '2s'");
            TimeUnit.MILLISECONDS.sleep(200);

            TestRun.execute(first, "CREATE INDEX CONCURRENTLY i ON t (n)");

            assertThat(waiting).isNotDone();
            waiting.get(20, TimeUnit.SECONDS);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_lock_that_was_lost_meanwhile_is_no_secret(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            MigrationLock.Held held = lock.acquire(connection, LockRequest.of("alembic_version", AT_ONCE));
            held.verify(connection);
            TestRun.execute(connection, "SELECT pg_advisory_unlock_all()");

            assertThatThrownBy(() -> held.verify(connection))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("is not held by this session any more")
                    .hasMessageContaining("this run stopped before it wrote anything more");
            assertThatThrownBy(held::close)
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("another run may have worked at the same time");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void the_key_that_alembic_scripts_take_by_hand_is_met(TestDatabase database) throws SQLException {
        LockRequest request = LockRequest.of("alembic_version", AT_ONCE).withKey(new LockKey("123456789"));
        try (Connection python = database.connect();
                Connection ours = database.connect()) {
            TestRun.execute(python, "SELECT pg_advisory_lock(123456789)");
            assertThatThrownBy(() -> lock.acquire(ours, request))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("advisory lock 123456789 was not free within 0 s");
            TestRun.execute(python, "SELECT pg_advisory_unlock(123456789)");

            try (MigrationLock.Held held = lock.acquire(ours, request)) {
                assertThat(held.keepsOut(python)).isTrue();
                assertThat(TestRun.rows(python, "SELECT pg_try_advisory_lock(123456789)"))
                        .isEqualTo(List.of(List.of("f")));
            }
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_key_that_is_no_number_is_refused(TestDatabase database) throws SQLException {
        LockRequest request = LockRequest.of("alembic_version", AT_ONCE).withKey(new LockKey("nightly"));
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> lock.acquire(connection, request))
                    .isInstanceOf(DialectException.class)
                    .hasMessageContaining("the lock's key \"nightly\" is no number of 64 bits");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_version_table_is_the_same_with_its_schema_named_or_not(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA app", "CREATE TABLE app.alembic_version (version_num varchar(32))");
        try (Connection named = database.connect();
                Connection found = database.connect();
                Connection elsewhere = database.connect()) {
            TestRun.execute(found, "SET search_path = public, app");
            LockRequest inApp =
                    new LockRequest(Optional.of("app"), "alembic_version", Optional.empty(), AT_ONCE, wait -> {});
            try (MigrationLock.Held held = lock.acquire(named, inApp)) {
                assertThatThrownBy(() -> lock.acquire(found, LockRequest.of("alembic_version", AT_ONCE)))
                        .isInstanceOf(LockTimeoutException.class);
                lock.acquire(elsewhere, LockRequest.of("alembic_version", AT_ONCE))
                        .close();
            }
        }
    }

    /** Other engines that speak PostgreSQL's protocol have such functions: they say yes, and do nothing. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void functions_that_only_pretend_to_lock_are_found_out(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE SCHEMA pretence",
                "CREATE FUNCTION pretence.pg_try_advisory_lock(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE FUNCTION pretence.pg_advisory_unlock(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true'");
        try (Connection connection = database.connect()) {
            TestRun.execute(connection, "SET search_path = pretence, pg_catalog, public");
            assertThatThrownBy(() -> lock.acquire(connection, LockRequest.of("alembic_version", AT_ONCE)))
                    .isInstanceOf(UntrustedLockException.class)
                    .hasMessageContaining("Nothing was changed");
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void on_a_connection_of_the_servers_own_a_run_is_certain_of_it_and_opens_no_second(TestDatabase database)
            throws SQLException {
        try (Connection connection = database.connect();
                MigrationLock.Held held = lock.acquire(connection, LockRequest.of("alembic_version", AT_ONCE))) {
            assertThat(held.isCertain()).isTrue();
        }
        CountingDataSource counting = new CountingDataSource(database.dataSource());

        Migrator.on(counting)
                .history(new LambdaHistory().then("one", schema -> schema.execute("SELECT 1")))
                .dialect(new PostgresDialect())
                .build()
                .upgrade("head");

        assertThat(counting.connections()).isEqualTo(1);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_second_connection_on_the_same_session_is_not_kept_out(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", AT_ONCE))) {
            assertThat(held.keepsOut(second)).isTrue();
            assertThat(held.keepsOut(first)).isFalse();
            held.verify(first);
            assertThatThrownBy(() -> held.verify(second)).isInstanceOf(LockLostException.class);
        }
    }

    /** Frozen: were it to change, an old version and a new one would both believe to be alone. */
    @Test
    void the_key_never_changes() {
        assertThat(AdvisoryKey.of("shop", "public", "alembic_version")).isEqualTo(3302568788436306533L);
    }
}
