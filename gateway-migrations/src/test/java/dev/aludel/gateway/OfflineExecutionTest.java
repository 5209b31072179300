package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.gateway.shape.LiveSchema;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.provision.ProgramResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs every script through the database's own client, beside an online run of the same stretch. */
class OfflineExecutionTest {

    @DatabaseTest
    void every_upgrade_leaves_what_the_online_run_leaves(TestDatabase database) {
        OfflineScript.upwards().forEach(script -> assertSameAsOnline(database.kind(), script));
    }

    @DatabaseTest
    void every_downgrade_leaves_what_the_online_run_leaves(TestDatabase database) {
        OfflineScript.downwards().forEach(script -> assertSameAsOnline(database.kind(), script));
    }

    private static void assertSameAsOnline(DatabaseKind kind, OfflineScript script) {
        try (TestDatabase online = TestDatabases.create(kind);
                TestDatabase offline = TestDatabases.create(kind)) {
            bringTo(script.from(), online);
            bringTo(script.from(), offline);

            run(script, Gateway.migrator(online));
            ProgramResult result = offline.nativeClient(script.sql(kind));

            assertThat(result.exitCode()).as("%s\n%s", script, result.stderr()).isZero();
            assertThat(LiveSchema.verbatim(offline)).as("%s", script).isEqualTo(LiveSchema.verbatim(online));
            assertThat(data(offline)).as("%s", script).isEqualTo(data(online));
        }
    }

    private static void run(OfflineScript script, Migrator migrator) {
        if (script.isUpgrade()) {
            migrator.upgrade(script.to());
        } else {
            migrator.downgrade(script.to());
        }
    }

    private static void bringTo(String place, TestDatabase database) {
        if (place.equals("base")) {
            return;
        }
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade(CreateInitialDatabase.ID.value());
        insertRowsWithoutGaps(database);
        migrator.upgrade(place);
    }

    /** Every date is there, so that nothing depends on the time of the run. */
    private static void insertRowsWithoutGaps(TestDatabase database) {
        Gateway.insertFixture(database);
        Gateway.execute(
                database,
                "UPDATE sessions SET created_at = '0999-12-31 23:59:59.999', updated_at = '9999-12-31 00:00:00.001' WHERE id = 's2'",
                "UPDATE chat_messages SET created_at = '1969-12-31 23:59:59.999999' WHERE id = 'm2'");
    }

    private static Map<String, List<Map<String, String>>> data(TestDatabase database) {
        return LiveSchema.of(database).tables().keySet().stream()
                .collect(Collectors.toMap(table -> table, table -> Gateway.rows(database, table)));
    }
}
