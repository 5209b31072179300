package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.gateway.GatewayHistory;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** What the gateway's way up asks of SQLite, to the call, so that nothing is added to it unseen. */
class SqliteRoundTripsTest {

    private static final String FIRST_INDEXES = "b1c2d3e4f5g6";

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_whole_way_up_takes_this_many_calls(TestDatabase database) {
        assertThat(calls(database, "head")).hasSize(121);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_revision_begins_with_five_calls_and_ends_with_four(TestDatabase database) {
        calls(database, "+1");

        List<String> calls = calls(database, FIRST_INDEXES);

        assertThat(calls.subList(0, 3))
                .as("where the database stands, and how long to wait for the lock")
                .satisfiesExactly(
                        call -> assertThat(call).startsWith("SELECT version_num, 0, '' FROM alembic_version"),
                        call -> assertThat(call).isEqualTo("PRAGMA busy_timeout"),
                        call -> assertThat(call).isEqualTo("PRAGMA busy_timeout = 60000"));
        assertThat(calls.subList(3, 8))
                .containsExactly(
                        "PRAGMA busy_timeout",
                        "PRAGMA busy_timeout = 1000",
                        "BEGIN IMMEDIATE",
                        "PRAGMA busy_timeout = 5000",
                        "SELECT version_num FROM alembic_version");
        assertThat(calls.subList(8, 15)).allMatch(call -> call.startsWith("CREATE INDEX "));
        assertThat(calls.subList(15, 19))
                .satisfiesExactly(
                        call -> assertThat(call).startsWith("UPDATE alembic_version SET"),
                        call -> assertThat(call).startsWith("INSERT INTO alembic_version_log ("),
                        call -> assertThat(call).isEqualTo("COMMIT"),
                        call -> assertThat(call).isEqualTo("PRAGMA busy_timeout = 60000"));
        assertThat(calls.subList(19, calls.size())).containsExactly("PRAGMA busy_timeout = 3000");
    }

    private static List<String> calls(TestDatabase database, String target) {
        List<String> calls = new ArrayList<>();
        Migrator.on(RoundTrips.observed(database.dataSource(), (number, side, sql) -> {
                    if (side == Side.BEFORE) {
                        calls.add(sql);
                    }
                }))
                .history(new GatewayHistory())
                .build()
                .upgrade(target);
        return calls;
    }
}
