package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.provision.ProgramResult;
import dev.aludel.testing.shape.LiveSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs every script through the database's own client, beside an online run of the same stretch. */
class OfflineExecutionTest {

    @DatabaseTest
    void every_upgrade_leaves_what_the_online_run_leaves(TestDatabase database) {
        assertSameAsOnline(database.kind(), OfflineScript.upwards());
    }

    @DatabaseTest
    void every_downgrade_leaves_what_the_online_run_leaves(TestDatabase database) {
        assertSameAsOnline(database.kind(), OfflineScript.downwards());
    }

    /** Scripts that start at one place share an online run, which goes on from the end of one to the end of the next. */
    private static void assertSameAsOnline(DatabaseKind kind, List<OfflineScript> scripts) {
        Map<String, List<OfflineScript>> byStart = scripts.stream().collect(Collectors.groupingBy(OfflineScript::from));
        byStart.forEach((start, sameStart) -> {
            try (TestDatabase online = TestDatabases.create(kind)) {
                bringTo(start, online);
                sameStart.stream()
                        .sorted(Comparator.comparing(OfflineScript::length))
                        .forEach(script -> {
                            run(script, Gateway.migrator(online));
                            assertThat(offline(kind, script)).as("%s", script).isEqualTo(Snapshot.of(online));
                        });
            }
        });
    }

    private static Snapshot offline(DatabaseKind kind, OfflineScript script) {
        try (TestDatabase database = TestDatabases.create(kind)) {
            bringTo(script.from(), database);
            ProgramResult result = database.nativeClient(script.sql(kind));
            assertThat(result.exitCode()).as("%s\n%s", script, result.stderr()).isZero();
            return Snapshot.of(database);
        }
    }

    /** Everything in a database: its catalogue, and its rows by table, the version's included. */
    private record Snapshot(List<String> schema, Map<String, List<Map<String, String>>> rows) {

        static Snapshot of(TestDatabase database) {
            Map<String, List<Map<String, String>>> rows = new TreeMap<>();
            GatewayTables.of(database).keySet().forEach(table -> rows.put(table, Gateway.rows(database, table)));
            rows.put("alembic_version", Rows.asText(database, "SELECT version_num FROM alembic_version"));
            return new Snapshot(LiveSchema.verbatim(database), rows);
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
}
