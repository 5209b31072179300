package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Migrator;
import dev.aludel.execute.RevisionFailedException;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import java.util.List;
import java.util.Map;

class UnreadableDatesTest {

    /** What no rule reads for certain, as SQL literals. */
    private static final List<String> UNREADABLE = List.of(
            "'yesterday'",
            "''",
            "' '",
            "'2024-02-30 00:00:00'",
            "'2023-02-29 12:00:00'",
            "'2024-13-01 00:00:00'",
            "'2024-01-01 24:00:00'",
            "'2024-01-01 10:60:00'",
            "'2024-01-01'",
            "'2024-01-01 10:00'",
            "'2024-01-01 10:00:00.12x'",
            "'2024-01-01 10:00:00 UTC'",
            "'2024-01-01 10:00:00+0530'",
            "'24-01-01 10:00:00'",
            "'now'",
            "'2460000.5'",
            "1735787045000",
            "1735787045.5",
            "x'32303234'");

    @DatabaseTest(DatabaseKind.SQLITE)
    void stop_the_revision_whatever_they_look_like(TestDatabase database) {
        Migrator migrator = atRevision2(database);

        for (String literal : UNREADABLE) {
            Gateway.execute(
                    database,
                    "INSERT INTO sessions (id, user_id, created_at) VALUES ('bad', 'u', %s)".formatted(literal));
            assertThat(upgradeFailing(migrator))
                    .as(literal)
                    .hasMessageContaining("sessions")
                    .hasMessageContaining("created_at")
                    .hasMessageContaining("1 row")
                    .hasMessageContaining("'bad'");
            Gateway.execute(database, "DELETE FROM sessions WHERE id = 'bad'");
        }
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void are_counted_and_five_of_them_shown_with_their_keys(TestDatabase database) {
        Migrator migrator = atRevision2(database);
        for (int number = 1; number <= 7; number++) {
            Gateway.execute(
                    database,
                    "INSERT INTO chat_messages (id, session_id, message, created_at) VALUES ('bad%1$d', 's1', 'm', 'day %1$d')"
                            .formatted(number));
        }

        String message = String.valueOf(upgradeFailing(migrator).getMessage());

        assertThat(message).contains("chat_messages", "created_at", "7 rows", "'bad1'", "'day 1'", "'bad5'", "'day 5'");
        assertThat(message).doesNotContain("'bad6'", "'day 6'");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void in_the_last_table_stop_the_revision_before_the_first_table_has_changed(TestDatabase database) {
        Migrator migrator = atRevision2(database);
        Gateway.execute(database, "UPDATE chat_messages SET created_at = 'never' WHERE id = 'm2'");

        assertNothingChanges(database, migrator);
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void infinity_stops_the_revision(TestDatabase database) {
        Migrator migrator = atRevision2(database);
        Gateway.execute(database, "UPDATE sessions SET updated_at = 'infinity' WHERE id = 's2'");
        Gateway.execute(database, "UPDATE sessions SET updated_at = '-infinity' WHERE id = 's3'");

        assertThat(assertNothingChanges(database, migrator))
                .hasMessageContaining("updated_at")
                .hasMessageContaining("2 rows")
                .hasMessageContaining("infinity");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void zero_dates_stop_the_revision(TestDatabase database) {
        Migrator migrator = atRevision2(database);
        Gateway.execute(
                database, "SET SESSION sql_mode = ''", "UPDATE sessions SET updated_at = '0000-00-00' WHERE id = 's2'");

        assertThat(assertNothingChanges(database, migrator))
                .hasMessageContaining("updated_at")
                .hasMessageContaining("1 row")
                .hasMessageContaining("s2");
    }

    private static Migrator atRevision2(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade(AddDatabaseIndexes.ID.value());
        Gateway.insertFixture(database);
        return migrator;
    }

    private static RevisionFailedException assertNothingChanges(TestDatabase database, Migrator migrator) {
        List<String> schema = LiveSchema.verbatim(database);
        List<Map<String, String>> dates = dates(database);

        RevisionFailedException failure = upgradeFailing(migrator);

        assertThat(LiveSchema.verbatim(database)).isEqualTo(schema);
        assertThat(dates(database)).isEqualTo(dates);
        assertThat(migrator.current()).containsExactly(AddDatabaseIndexes.ID);
        return failure;
    }

    /** As text, for drivers refuse to read some of them as dates. */
    private static List<Map<String, String>> dates(TestDatabase database) {
        return Rows.asText(
                database,
                """
                SELECT id, CAST(created_at AS CHAR(30)) AS created, CAST(updated_at AS CHAR(30)) AS updated FROM sessions
                UNION ALL SELECT id, CAST(created_at AS CHAR(30)), NULL FROM chat_messages ORDER BY id""");
    }

    private static RevisionFailedException upgradeFailing(Migrator migrator) {
        return catchThrowableOfType(RevisionFailedException.class, () -> migrator.upgrade("head"));
    }
}
