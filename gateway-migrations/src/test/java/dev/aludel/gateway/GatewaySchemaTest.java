package dev.aludel.gateway;

import static dev.aludel.gateway.Gateway.PLACES;
import static dev.aludel.gateway.Gateway.REVISIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.shape.LiveSchema;
import java.util.List;

class GatewaySchemaTest {

    @DatabaseTest
    void each_revision_leaves_the_reference_schema_on_the_way_up_and_down(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);

        for (String revision : REVISIONS) {
            migrator.upgrade(revision);
            assertReference(database, revision);
        }
        for (int place = PLACES.size() - 2; place >= 0; place--) {
            migrator.downgrade(PLACES.get(place));
            assertReference(database, PLACES.get(place));
        }
    }

    @DatabaseTest
    void a_revision_taken_back_and_applied_again_leaves_an_identical_schema(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);

        for (String revision : REVISIONS) {
            migrator.upgrade(revision);
            List<String> applied = LiveSchema.verbatim(database);
            migrator.downgrade("-1");
            migrator.upgrade("+1");
            assertThat(LiveSchema.verbatim(database)).as(revision).isEqualTo(applied);
        }
    }

    @DatabaseTest
    void the_whole_history_taken_back_and_applied_again_leaves_an_identical_schema(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade("head");
        List<String> applied = LiveSchema.verbatim(database);

        migrator.downgrade("base");
        assertReference(database, "base");
        migrator.upgrade("head");

        assertThat(LiveSchema.verbatim(database)).isEqualTo(applied);
    }

    @DatabaseTest
    void indexes_that_are_there_already_or_are_missing_are_no_error_to_the_conversion(TestDatabase database) {
        Migrator migrator = Gateway.migrator(database);
        migrator.upgrade(AddDatabaseIndexes.ID.value());
        boolean namesTable = database.kind().dialectId().equals("mysql");
        Gateway.execute(
                database,
                "DROP INDEX ix_sessions_updated_at" + (namesTable ? " ON sessions" : ""),
                "DROP INDEX ix_sessions_user_id" + (namesTable ? " ON sessions" : ""));

        migrator.upgrade(ConvertTimestampsToEpoch.ID.value());

        assertReference(database, ConvertTimestampsToEpoch.ID.value());
    }

    private static void assertReference(TestDatabase database, String place) {
        assertThat(GatewayTables.of(database))
                .as("schema at %s on %s", place, database.kind())
                .containsExactlyEntriesOf(GatewayTables.after(place, database.kind()));
    }
}
