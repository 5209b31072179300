package dev.aludel.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
            try (MigrationLock.Held held = lock.acquire(first, "alembic_version", AT_ONCE)) {
                assertThatThrownBy(() -> lock.acquire(second, "alembic_version", AT_ONCE))
                        .isInstanceOf(LockTimeoutException.class);
            }
            lock.acquire(second, "alembic_version", AT_ONCE).close();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void histories_with_version_tables_of_their_own_do_not_wait_for_each_other(TestDatabase database)
            throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            try (MigrationLock.Held one = lock.acquire(first, "alembic_version", AT_ONCE);
                    MigrationLock.Held other = lock.acquire(second, "other_version", AT_ONCE)) {
                assertThat(one).isNotSameAs(other);
            }
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_waits_gets_it_when_it_is_free(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            MigrationLock.Held held = lock.acquire(first, "alembic_version", AT_ONCE);
            CompletableFuture<MigrationLock.Held> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return lock.acquire(second, "alembic_version", Duration.ofSeconds(30));
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
        MigrationLock.Held held = lock.acquire(first, "alembic_version", AT_ONCE);
        first.close();

        try (Connection second = database.connect()) {
            lock.acquire(second, "alembic_version", Duration.ofSeconds(10)).close();
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
            try (MigrationLock.Held held = lock.acquire(first, "alembic_version", AT_ONCE)) {
                assertThatThrownBy(() -> lock.acquire(second, "alembic_version", Duration.ofMillis(400)))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageStartingWith(
                                "the migration lock \"alembic_version\" was not free within PT0.4S: it is held by session %s of user \"%s\", application \"nightly deploy\", from "
                                        .formatted(process, user))
                        .hasMessageContaining(", connected since 2")
                        .hasMessageEndingWith(
                                "Nothing was changed. Wait for that migration to end, or end its session, and run this one again");
            }
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
        }
    }

    /** A session that waits inside the server, or in a transaction, would keep the holder's statement from ending. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whoever_waits_does_not_keep_the_holder_from_building_an_index_concurrently(TestDatabase database)
            throws Exception {
        database.execute("CREATE TABLE t (n integer)");
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, "alembic_version", AT_ONCE)) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> assertThatThrownBy(() -> lock.acquire(second, "alembic_version", Duration.ofSeconds(3)))
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
            MigrationLock.Held held = lock.acquire(connection, "alembic_version", AT_ONCE);
            TestRun.execute(connection, "SELECT pg_advisory_unlock_all()");

            assertThatThrownBy(held::close)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("as a pooler in transaction mode does");
        }
    }

    /** Frozen: were it to change, an old version and a new one would both believe to be alone. */
    @Test
    void the_key_never_changes() {
        assertThat(AdvisoryKey.of("shop", "alembic_version")).isEqualTo(2742831512173078733L);
    }
}
