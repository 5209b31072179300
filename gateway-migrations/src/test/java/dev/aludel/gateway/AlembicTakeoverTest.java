package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.revision.RevisionId;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A database that Python's Alembic took to the third revision: its own version table, keys without names. */
class AlembicTakeoverTest {

    @DatabaseTest
    void is_known_to_stand_where_alembic_left_it(TestDatabase database) throws IOException {
        buildByAlembic(database);

        assertThat(Gateway.migrator(database).current()).containsExactly(ConvertTimestampsToEpoch.ID);
        assertReference(database, ConvertTimestampsToEpoch.ID);
    }

    @DatabaseTest
    void goes_on_to_the_head_with_its_rows(TestDatabase database) throws IOException {
        buildByAlembic(database);
        List<Map<String, String>> sessions = Gateway.rows(database, "sessions");
        List<Map<String, String>> messages = Gateway.rows(database, "chat_messages");

        Gateway.migrator(database).upgrade("head");

        assertReference(database, AddTokenUsage.ID);
        assertThat(Gateway.rows(database, "sessions")).isEqualTo(sessions);
        assertThat(Gateway.rows(database, "chat_messages")).isEqualTo(messages);
    }

    @DatabaseTest
    void leaves_the_version_where_alembic_reads_it(TestDatabase database) throws IOException {
        buildByAlembic(database);

        Gateway.migrator(database).upgrade("head");

        assertThat(Rows.asText(database, "SELECT version_num FROM alembic_version"))
                .containsExactly(Map.of("version_num", "20250930_token_usage"));
    }

    @DatabaseTest
    void goes_down_to_nothing_as_if_it_had_always_been_ours(TestDatabase database) throws IOException {
        buildByAlembic(database);
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade("head");

        for (RevisionId revision : List.of(
                AddTasksAndFeedback.ID, ConvertTimestampsToEpoch.ID, AddDatabaseIndexes.ID, CreateInitialDatabase.ID)) {
            migrator.downgrade(revision.value());
            assertReference(database, revision);
        }
        migrator.downgrade("base");

        assertThat(GatewayTables.of(database)).isEmpty();
    }

    private static void buildByAlembic(TestDatabase database) throws IOException {
        Path script = Path.of("src/test/resources/alembic", database.kind().dialectId() + ".sql");
        Gateway.execute(database, Files.readString(script).strip().split(";\\s*"));
    }

    private static void assertReference(TestDatabase database, RevisionId revision) {
        assertThat(GatewayTables.of(database))
                .as("schema at %s", revision)
                .containsExactlyEntriesOf(GatewayTables.after(revision.value(), database.kind()));
    }
}
