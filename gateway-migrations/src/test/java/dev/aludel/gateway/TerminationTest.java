package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.gateway.GatewayJar.Outcome;
import dev.aludel.gateway.GatewayJar.Running;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar is told to end while the server works on one of its statements. */
class TerminationTest {

    private static final String TARGET = ConvertTimestampsToEpoch.ID.value();

    @TempDir
    private Path folder = Path.of("");

    @DatabaseTest({DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void sigterm_stops_the_server_too_and_releases_every_lock(TestDatabase database) throws Exception {
        Gateway.migrator(database).upgrade(AddDatabaseIndexes.ID.value());
        Gateway.insertFixture(database);
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            // A reader's transaction: the jar's statement waits for it as long as it lasts.
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM sessions").close();
            Running running = upgradeByJar(database);
            await(() -> waitingSessions(database) == 1);

            running.terminate();
            Outcome outcome = running.outcome();

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(143);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("error: upgrade of revision \"%s\"".formatted(TARGET))
                    .contains("the database is as it was before this revision, at \"b1c2d3e4f5g6\"")
                    .contains("run the same command again");
            assertThat(waitingSessions(database)).isZero();
        }

        Gateway.migrator(database).upgrade(TARGET);
        assertThat(GatewayTables.of(database)).isEqualTo(GatewayTables.after(TARGET, database.kind()));
    }

    private Running upgradeByJar(TestDatabase database) {
        return new GatewayJar(folder)
                .start(
                        Map.of("GATEWAY_TEST_PASSWORD", database.password()),
                        "upgrade",
                        TARGET,
                        "--url",
                        database.url(),
                        "--user",
                        database.user(),
                        "--password-env",
                        "GATEWAY_TEST_PASSWORD");
    }

    private static int waitingSessions(TestDatabase database) throws SQLException {
        return database.query(
                        database.kind() == DatabaseKind.POSTGRESQL
                                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
                                : """
                                SELECT id FROM information_schema.processlist
                                WHERE db = database() AND state LIKE 'Waiting for table metadata lock%'""")
                .size();
    }

    private static void await(Condition condition) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds()) {
            assertThat(Instant.now()).as("this takes too long").isBefore(limit);
            Thread.sleep(50);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws SQLException;
    }
}
