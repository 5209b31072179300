package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.List;

/** A missing date becomes the time at which the script runs: one for all rows and tables. */
class OfflineRunTimeTest {

    @DatabaseTest
    void is_taken_once_when_the_script_starts(TestDatabase database) {
        Gateway.migrator(database).upgrade(AddDatabaseIndexes.ID.value());
        Gateway.insertFixture(database);
        OfflineScript script = new OfflineScript(AddDatabaseIndexes.ID.value(), AddTokenUsage.ID.value());

        long before = System.currentTimeMillis();
        assertThat(database.nativeClient(script.sql(database.kind())).exitCode())
                .isZero();
        long after = System.currentTimeMillis();

        List<Long> filled = Rows.numbers(
                database,
                """
                SELECT created_time, updated_time, (SELECT created_time FROM chat_messages WHERE id = 'm2') AS message_time
                FROM sessions WHERE id = 's2'""");
        // Clocks of server and client may tick apart by a second where the client takes whole seconds.
        assertThat(filled).hasSize(3).allMatch(millis -> millis >= before - 1_000 && millis <= after + 1_000);
        assertThat(filled.stream().distinct()).hasSize(1);
    }
}
