package dev.aludel.dialect.postgres;

import static dev.aludel.model.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.dialect.LockLostException;
import dev.aludel.dialect.LockRequest;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.UntrustedLockException;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a pooler in front of the server does to the lock, and what is done about it. */
class PgBouncerTest {

    private static final LambdaHistory HISTORY = new LambdaHistory()
            .then(
                    "one",
                    schema -> schema.createTable(
                            "traces", t -> t.column("n", integer()).notNull()))
            .then("two", schema -> schema.execute("INSERT INTO traces VALUES (2)"))
            .then("three", schema -> schema.execute("INSERT INTO traces VALUES (3)"));

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void in_transaction_mode_the_lock_is_refused_before_anything_is_done(TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction")) {
            Migrator migrator = migrator(pooler).build();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(UntrustedLockException.class)
                    .hasMessageContaining("as in transaction mode")
                    .hasMessageContaining("Nothing was changed")
                    .hasMessageContaining("--lease 30s");

            assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                    .isEmpty();
            assertThat(database.query("SELECT pid FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEmpty();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void in_transaction_mode_a_lease_keeps_runs_apart(TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction")) {
            List<CompletableFuture<MigrationResult>> runs = new ArrayList<>();
            for (int run = 0; run < 8; run++) {
                runs.add(CompletableFuture.supplyAsync(() ->
                        migrator(pooler).lease(Duration.ofSeconds(30)).build().upgrade("head")));
            }
            assertThat(runs.stream()
                            .mapToInt(run -> run.join().revisions().size())
                            .sum())
                    .isEqualTo(3);
            assertThat(database.query("SELECT n FROM traces")).hasSize(2);
        }
    }

    /** The backend that has the lock is busy with another client: the next statement goes to one that hasn't. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void a_backend_that_changes_under_the_run_is_noticed_before_anything_is_written(TestDatabase database)
            throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction");
                Connection migrating = pooler.dataSource().getConnection();
                Connection other = pooler.dataSource().getConnection()) {
            MigrationLock.Held held =
                    new PostgresLock().acquire(migrating, LockRequest.of("alembic_version", Duration.ZERO));
            held.verify(migrating);
            other.setAutoCommit(false);
            TestRun.rows(other, "SELECT 1");

            assertThatThrownBy(() -> held.verify(migrating))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("the session changed under the run");

            other.rollback();
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void in_session_mode_the_lock_is_as_good_as_without_a_pooler(TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "session")) {
            assertThat(migrator(pooler).build().upgrade("head").revisions()).hasSize(3);
        }
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void in_no_mode_is_the_lock_certain_without_a_trial(TestDatabase database) throws Exception {
        for (String mode : List.of("session", "transaction")) {
            try (PgBouncer pooler = PgBouncer.start(database, mode);
                    Connection connection = pooler.dataSource().getConnection();
                    MigrationLock.Held held =
                            new PostgresLock().acquire(connection, LockRequest.of("alembic_version", Duration.ZERO))) {
                assertThat(held.isCertain()).isFalse();
            }
        }
    }

    private static Migrator.Builder migrator(PgBouncer pooler) {
        return Migrator.on(pooler.dataSource()).history(HISTORY).dialect(new PostgresDialect());
    }
}
