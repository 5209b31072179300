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

/** Somebody made a table by hand that the fourth revision wants to create: its third statement on tables fails. */
class FailedRevisionTest {

    @DatabaseTest({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL})
    void leaves_no_trace_where_a_transaction_covers_it(TestDatabase database) {
        Migrator migrator = withTableInTheWay(database);
        List<String> schema = LiveSchema.verbatim(database);
        List<Map<String, String>> sessions = Gateway.rows(database, "sessions");

        RevisionFailedException failure = upgradeFailing(migrator);

        assertThat(failure)
                .hasMessageContaining("upgrade of revision \"079e06e9b448\"")
                .hasMessageContaining("CREATE TABLE feedback")
                .hasMessageContaining("the database is as it was before this revision, at \"f6e7d8c9b0a1\"");
        assertThat(LiveSchema.verbatim(database)).isEqualTo(schema);
        assertThat(Gateway.rows(database, "sessions")).isEqualTo(sessions);
        assertThat(migrator.current()).containsExactly(ConvertTimestampsToEpoch.ID);
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void reports_which_statements_took_effect_where_each_commits_by_itself(TestDatabase database) {
        Migrator migrator = withTableInTheWay(database);

        String message = String.valueOf(upgradeFailing(migrator).getMessage());

        assertThat(section(message, "took effect:", "took no effect:"))
                .contains("CREATE TABLE tasks", "CREATE TABLE task_events", "idx_task_events_created_time")
                .doesNotContain("feedback");
        assertThat(section(message, "took no effect:", "did not run:"))
                .contains("CREATE TABLE feedback")
                .doesNotContain("CREATE TABLE tasks");
        assertThat(message.substring(message.indexOf("did not run:")))
                .contains("idx_sessions_user_id", "DROP INDEX ix_sessions_user_id", "UPDATE alembic_version");
        assertThat(GatewayTables.of(database)).containsKeys("tasks", "task_events");
        assertThat(migrator.current()).containsExactly(ConvertTimestampsToEpoch.ID);
    }

    @DatabaseTest
    void the_same_call_succeeds_once_the_cause_is_gone(TestDatabase database) {
        Migrator migrator = withTableInTheWay(database);
        upgradeFailing(migrator);
        Gateway.execute(database, "DROP TABLE feedback");

        migrator.upgrade("head");

        assertThat(migrator.current()).containsExactly(AddTokenUsage.ID);
    }

    private static Migrator withTableInTheWay(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade(CreateInitialDatabase.ID.value());
        Gateway.insertFixture(database);
        migrator.upgrade(ConvertTimestampsToEpoch.ID.value());
        Gateway.execute(database, "CREATE TABLE feedback (note VARCHAR(10))");
        return migrator;
    }

    private static RevisionFailedException upgradeFailing(Migrator migrator) {
        return catchThrowableOfType(RevisionFailedException.class, () -> migrator.upgrade("head"));
    }

    private static String section(String message, String from, String to) {
        assertThat(message).contains(from, to);
        return message.substring(message.indexOf(from), message.indexOf(to));
    }
}
