package dev.aludel.gateway;

import static dev.aludel.gateway.Gateway.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;

class GatewayDataTest {

    private static final String NOW_AS_DATE = "2026-11-21 04:05:06.789000";

    @DatabaseTest
    void dates_become_milliseconds_and_a_missing_one_the_time_of_the_run(TestDatabase database) {
        Migrator migrator = atRevision2WithFixture(database);

        migrator.upgrade(ConvertTimestampsToEpoch.ID.value());

        assertConverted(database);
    }

    @DatabaseTest
    void later_revisions_leave_the_rows_alone(TestDatabase database) {
        Migrator migrator = atRevision2WithFixture(database);

        migrator.upgrade("head");
        assertConverted(database);
        migrator.downgrade(ConvertTimestampsToEpoch.ID.value());

        assertConverted(database);
    }

    @DatabaseTest
    void milliseconds_become_dates_again(TestDatabase database) {
        Migrator migrator = atRevision2WithFixture(database);
        migrator.upgrade("head");

        migrator.downgrade(AddDatabaseIndexes.ID.value());

        assertThat(dates(database, "sessions", "created_at"))
                .containsExactly("2025-01-02 03:04:05.000000", NOW_AS_DATE, "2025-01-02 03:04:05.678000");
        assertThat(dates(database, "sessions", "updated_at"))
                .containsExactly("2025-06-07 08:09:10.000000", NOW_AS_DATE, "1970-01-01 00:00:00.000000");
        assertThat(dates(database, "chat_messages", "created_at"))
                .containsExactly("2025-01-02 03:04:06.000000", NOW_AS_DATE);
    }

    @DatabaseTest
    void all_other_values_survive_the_way_up_down_and_up(TestDatabase database) {
        Migrator migrator = atRevision2WithFixture(database);
        List<Map<String, String>> sessions = Rows.asText(database, "SELECT id, name, user_id, agent_id FROM sessions");
        List<Map<String, String>> messages =
                Rows.asText(database, "SELECT id, session_id, message, sender_type, sender_name FROM chat_messages");

        migrator.upgrade("head");
        migrator.downgrade(CreateInitialDatabase.ID.value());
        migrator.upgrade("head");

        assertConverted(database);
        assertThat(Rows.asText(database, "SELECT id, name, user_id, agent_id FROM sessions"))
                .containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(Rows.asText(database, "SELECT id, session_id, message, sender_type, sender_name FROM chat_messages"))
                .containsExactlyInAnyOrderElementsOf(messages);
    }

    private static Migrator atRevision2WithFixture(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade(AddDatabaseIndexes.ID.value());
        Gateway.insertFixture(database);
        return migrator;
    }

    private static void assertConverted(TestDatabase database) {
        assertThat(Rows.asText(database, "SELECT id, created_time, updated_time FROM sessions ORDER BY id"))
                .containsExactly(
                        session("s1", 1735787045000L, 1749283750000L),
                        session("s2", NOW, NOW),
                        session("s3", 1735787045678L, 0));
        assertThat(Rows.asText(database, "SELECT id, created_time FROM chat_messages ORDER BY id"))
                .containsExactly(
                        Map.of("id", "m1", "created_time", "1735787046000"),
                        Map.of("id", "m2", "created_time", String.valueOf(NOW)));
    }

    private static Map<String, String> session(String id, long created, long updated) {
        return Map.of("id", id, "created_time", String.valueOf(created), "updated_time", String.valueOf(updated));
    }

    private static List<String> dates(TestDatabase database, String table, String column) {
        return Rows.texts(
                database,
                "SELECT %s AS moment FROM %s ORDER BY id".formatted(Rows.dateTimeText(database.kind(), column), table));
    }
}
