package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LockKey;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class MysqlLockTest {

    private final MigrationLock lock = new MysqlLock();

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void one_holds_it_at_a_time_and_is_named(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            String holder = TestRun.rows(first, "SELECT CONNECTION_ID()").get(0).get(0);
            Instant start = Instant.now();
            try (MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO))) {
                assertThatThrownBy(
                                () -> lock.acquire(second, LockRequest.of("alembic_version", Duration.ofMillis(1300))))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageContaining("the migration lock \"aludel:")
                        .hasMessageContaining(": it is held by connection %s of user ".formatted(holder));
            }
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(1300), Duration.ofSeconds(20));
            lock.acquire(second, LockRequest.of("alembic_version", Duration.ZERO))
                    .close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_password_in_what_the_holder_runs_is_not_told(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO))) {
            CompletableFuture<List<List<String>>> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return TestRun.rows(first, "SELECT 'password tops3cret', SLEEP(3)");
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            TimeUnit.SECONDS.sleep(1);

            assertThatThrownBy(() -> lock.acquire(second, LockRequest.of("alembic_version", Duration.ZERO)))
                    .hasMessageContaining("running \"(not shown, since it may hold a password)\"");
            running.get();
            held.verify(first);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void databases_and_version_tables_do_not_wait_for_each_other(TestDatabase one, TestDatabase other)
            throws SQLException {
        try (Connection first = one.connect();
                Connection second = one.connect();
                Connection third = other.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO))) {
            lock.acquire(second, LockRequest.of("another_version", Duration.ZERO))
                    .close();
            lock.acquire(third, LockRequest.of("alembic_version", Duration.ZERO))
                    .close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void names_that_are_too_long_for_the_server_are_still_told_apart(TestDatabase database) throws SQLException {
        String longName = "v".repeat(64);
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of(longName, Duration.ZERO))) {
            assertThatThrownBy(() -> lock.acquire(second, LockRequest.of(longName, Duration.ZERO)))
                    .isInstanceOf(LockTimeoutException.class);
            lock.acquire(second, LockRequest.of(longName + "w", Duration.ZERO)).close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void whoever_waits_gets_it_when_it_is_free(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO));
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    lock.acquire(second, LockRequest.of("alembic_version", Duration.ofSeconds(30)))
                            .close();
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(waiting).isNotDone();

            held.close();

            waiting.get(20, TimeUnit.SECONDS);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void the_lock_goes_with_its_connection(TestDatabase database) throws SQLException {
        try (Connection second = database.connect()) {
            try (Connection first = database.connect()) {
                assertThat(lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO)))
                        .isNotNull();
            }
            lock.acquire(second, LockRequest.of("alembic_version", Duration.ofSeconds(20)))
                    .close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_lock_that_was_lost_meanwhile_is_no_secret(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            MigrationLock.Held held = lock.acquire(connection, LockRequest.of("alembic_version", Duration.ZERO));
            held.verify(connection);
            TestRun.execute(connection, "DO RELEASE_ALL_LOCKS()");

            assertThatThrownBy(() -> held.verify(connection))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("this run stopped before it wrote anything more");
            assertThatThrownBy(held::close)
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("another run may have worked at the same time");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void the_name_that_alembic_scripts_take_by_hand_is_met(TestDatabase database) throws SQLException {
        LockRequest request =
                LockRequest.of("alembic_version", Duration.ZERO).withKey(new LockKey("alembic_migration_123456789"));
        try (Connection python = database.connect();
                Connection ours = database.connect()) {
            TestRun.rows(python, "SELECT GET_LOCK('alembic_migration_123456789', 30)");
            assertThatThrownBy(() -> lock.acquire(ours, request))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("the migration lock \"alembic_migration_123456789\" was not free within 0 s");
            TestRun.execute(python, "DO RELEASE_LOCK('alembic_migration_123456789')");

            try (MigrationLock.Held held = lock.acquire(ours, request)) {
                assertThat(held.keepsOut(python)).isTrue();
                assertThat(TestRun.rows(python, "SELECT GET_LOCK('alembic_migration_123456789', 0)"))
                        .isEqualTo(List.of(List.of("0")));
            }
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_key_that_the_server_would_refuse_is_refused_before(TestDatabase database) throws SQLException {
        LockRequest request = LockRequest.of("alembic_version", Duration.ZERO).withKey(new LockKey("k".repeat(65)));
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> lock.acquire(connection, request))
                    .isInstanceOf(DialectException.class)
                    .hasMessageContaining("has 65 characters, and the server takes names of 64");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_version_table_is_the_same_with_its_database_named_or_not(TestDatabase database) throws SQLException {
        LockRequest named = new LockRequest(
                Optional.of(database.name()), "alembic_version", Optional.empty(), Duration.ZERO, wait -> {});
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, named)) {
            assertThatThrownBy(() -> lock.acquire(second, LockRequest.of("alembic_version", Duration.ZERO)))
                    .isInstanceOf(LockTimeoutException.class);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_second_connection_on_the_same_session_is_not_kept_out(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, LockRequest.of("alembic_version", Duration.ZERO))) {
            assertThat(held.keepsOut(second)).isTrue();
            assertThat(held.keepsOut(first)).isFalse();
            held.verify(first);
            assertThatThrownBy(() -> held.verify(second)).isInstanceOf(LockLostException.class);
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_server_that_stands_alone_can_be_relied_on(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(lock.unreliableBecause(connection)).isEmpty();
        }
    }
}
