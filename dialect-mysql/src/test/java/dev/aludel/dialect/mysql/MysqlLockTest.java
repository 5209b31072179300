package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.DialectException;
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

class MysqlLockTest {

    private final MigrationLock lock = new MysqlLock();

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void one_holds_it_at_a_time_and_is_named(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            String holder = TestRun.rows(first, "SELECT CONNECTION_ID()").get(0).get(0);
            Instant start = Instant.now();
            try (MigrationLock.Held held = lock.acquire(first, "alembic_version", Duration.ZERO)) {
                assertThatThrownBy(() -> lock.acquire(second, "alembic_version", Duration.ofMillis(1300)))
                        .isInstanceOf(LockTimeoutException.class)
                        .hasMessageContaining("another run held the migration lock \"aludel:")
                        .hasMessageContaining(": connection %s of user ".formatted(holder));
            }
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(1300), Duration.ofSeconds(20));
            lock.acquire(second, "alembic_version", Duration.ZERO).close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void databases_and_version_tables_do_not_wait_for_each_other(TestDatabase one, TestDatabase other)
            throws SQLException {
        try (Connection first = one.connect();
                Connection second = one.connect();
                Connection third = other.connect();
                MigrationLock.Held held = lock.acquire(first, "alembic_version", Duration.ZERO)) {
            lock.acquire(second, "another_version", Duration.ZERO).close();
            lock.acquire(third, "alembic_version", Duration.ZERO).close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void names_that_are_too_long_for_the_server_are_still_told_apart(TestDatabase database) throws SQLException {
        String longName = "v".repeat(64);
        try (Connection first = database.connect();
                Connection second = database.connect();
                MigrationLock.Held held = lock.acquire(first, longName, Duration.ZERO)) {
            assertThatThrownBy(() -> lock.acquire(second, longName, Duration.ZERO))
                    .isInstanceOf(LockTimeoutException.class);
            lock.acquire(second, longName + "w", Duration.ZERO).close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void whoever_waits_gets_it_when_it_is_free(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            MigrationLock.Held held = lock.acquire(first, "alembic_version", Duration.ZERO);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    lock.acquire(second, "alembic_version", Duration.ofSeconds(30))
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
                assertThat(lock.acquire(first, "alembic_version", Duration.ZERO))
                        .isNotNull();
            }
            lock.acquire(second, "alembic_version", Duration.ofSeconds(20)).close();
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void a_lock_that_was_lost_meanwhile_is_no_secret(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            MigrationLock.Held held = lock.acquire(connection, "alembic_version", Duration.ZERO);
            TestRun.execute(connection, "DO RELEASE_ALL_LOCKS()");

            assertThatThrownBy(held::close)
                    .isInstanceOf(DialectException.class)
                    .hasMessageContaining("was no longer held at the end of the run");
        }
    }
}
