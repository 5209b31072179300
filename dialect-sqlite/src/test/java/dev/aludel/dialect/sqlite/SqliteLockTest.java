package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.LockTimeoutException;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

class SqliteLockTest {

    private final SqliteLock lock = new SqliteLock();
    private final SqliteTransactions transactions = new SqliteTransactions();

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_short_busy_timeout_is_raised_and_restored(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "PRAGMA busy_timeout = 77");
            MigrationLock.Held held = lock.acquire(connection, "alembic_version", Duration.ofSeconds(9));
            assertThat(OneConnection.text(connection, "PRAGMA busy_timeout")).isEqualTo("9000");
            held.close();
            assertThat(OneConnection.text(connection, "PRAGMA busy_timeout")).isEqualTo("77");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_longer_busy_timeout_is_left_alone(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "PRAGMA busy_timeout = 60000");
            try (MigrationLock.Held held = lock.acquire(connection, "alembic_version", Duration.ofSeconds(9))) {
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
                    .hasMessageContaining("another connection kept writing")
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("lsof");

            transactions.commit(holder);
            transactions.begin(waiting);
            transactions.rollback(waiting);
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
