package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/** A missing date becomes the time at which the script runs: one for all rows and tables. */
class OfflineRunTimeTest {

    @DatabaseTest
    void is_taken_once_when_the_script_starts(TestDatabase database) {
        Gateway.migrator(database).upgrade(AddDatabaseIndexes.ID.value());
        Gateway.insertFixture(database);
        OfflineScript script = new OfflineScript(AddDatabaseIndexes.ID.value(), AddTokenUsage.ID.value());

        long before = System.currentTimeMillis();
        assertThat(database.nativeClient(script.sql(database.kind())).exitCode()).isZero();
        long after = System.currentTimeMillis();

        List<Long> filled = Stream.concat(
                        values(database, "SELECT created_time, updated_time FROM sessions WHERE id = 's2'"),
                        values(database, "SELECT created_time FROM chat_messages WHERE id = 'm2'"))
                .toList();
        // Clocks of server and client may tick apart by a second where the client takes whole seconds.
        assertThat(filled).hasSize(3).allMatch(millis -> millis >= before - 1_000 && millis <= after + 1_000);
        assertThat(filled.stream().distinct()).hasSize(1);
    }

    private static Stream<Long> values(TestDatabase database, String query) {
        return Rows.query(database, query).stream()
                .flatMap(row -> row.values().stream())
                .map(value -> ((Number) value).longValue());
    }
}
