package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.LockWait;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.history.History;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class SqliteLockTest {

    private final SqliteLock lock = new SqliteLock();
    private final SqliteTransactions transactions = new SqliteTransactions();

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_short_busy_timeout_is_raised_and_restored(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "PRAGMA busy_timeout = 77");
            MigrationLock.Held held =
                    lock.acquire(connection, LockRequest.of("alembic_version", Duration.ofSeconds(9)));
            assertThat(OneConnection.text(connection, "PRAGMA busy_timeout")).isEqualTo("9000");
            held.close();
            assertThat(OneConnection.text(connection, "PRAGMA busy_timeout")).isEqualTo("77");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_longer_busy_timeout_is_left_alone(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "PRAGMA busy_timeout = 60000");
            try (MigrationLock.Held held =
                    lock.acquire(connection, LockRequest.of("alembic_version", Duration.ofSeconds(9)))) {
                assertThat(held).isNotNull();
                assertThat(OneConnection.text(connection, "PRAGMA busy_timeout"))
                        .isEqualTo("60000");
            }
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void another_writer_makes_a_transaction_wait_and_give_up_with_advice(TestDatabase database) throws SQLException {
        try (Connection holder = database.connect();
                Connection waiting = database.connect()) {
            execute(waiting, "PRAGMA busy_timeout = 50");
            transactions.begin(holder);

            assertThatThrownBy(() -> transactions.begin(waiting))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("the write lock of the database file was not free within 50 ms")
                    .hasMessageContaining("it is held by another connection to the file, of which SQLite tells no more")
                    .hasMessageContaining("Nothing was changed")
                    .hasMessageContaining("lsof");

            transactions.commit(holder);
            transactions.begin(waiting);
            transactions.rollback(waiting);
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_long_wait_is_told_of_and_the_busy_timeout_is_as_before_it(TestDatabase database) throws Exception {
        try (Connection holder = database.connect();
                Connection waiting = database.connect()) {
            execute(waiting, "PRAGMA busy_timeout = 30000");
            transactions.begin(holder);
            BlockingQueue<LockWait> waits = new LinkedBlockingQueue<>();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> {
                try {
                    transactions.begin(waiting, waits::add);
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });

            assertThat(waits.poll(20, TimeUnit.SECONDS))
                    .hasToString("waiting for the write lock of the database file, held by %s (1 s of at most 30 s)"
                            .formatted(Busy.HOLDER));

            transactions.commit(holder);
            begun.get(20, TimeUnit.SECONDS);
            assertThat(OneConnection.text(waiting, "PRAGMA busy_timeout")).isEqualTo("30000");
            transactions.rollback(waiting);
        }
    }

    /** A writer that has come to its commit keeps readers out, be it for minutes. */
    @DatabaseTest(DatabaseKind.SQLITE)
    void whoever_cannot_even_read_waits_for_as_long_as_for_the_lock(TestDatabase database) throws Exception {
        History history = new LambdaHistory().then("one", schema -> schema.execute("SELECT 1"));
        try (Connection writer = database.connect()) {
            execute(writer, "BEGIN EXCLUSIVE");
            Migrator impatient = Migrator.on(database.dataSource())
                    .history(history)
                    .lockTimeout(Duration.ofMillis(100))
                    .build();
            assertThatThrownBy(impatient::current)
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("the database was not free within 100 ms");

            Migrator patient =
                    Migrator.on(database.dataSource()).history(history).build();
            CompletableFuture<MigrationResult> waiting = CompletableFuture.supplyAsync(() -> patient.upgrade("head"));
            TimeUnit.SECONDS.sleep(4);
            assertThat(waiting).isNotDone();
            execute(writer, "COMMIT");
            assertThat(waiting.get(20, TimeUnit.SECONDS).revisions()).hasSize(1);
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_rollback_that_sqlite_has_made_already_is_no_failure(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            transactions.begin(connection);
            execute(connection, "ROLLBACK");
            transactions.rollback(connection);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
