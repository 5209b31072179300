package dev.aludel.benchmarks.peers.workload;

import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.contestant.Aludel;
import dev.aludel.benchmarks.peers.contestant.Contestant;
import dev.aludel.benchmarks.peers.contestant.Journey;
import dev.aludel.benchmarks.peers.contestant.RawJdbc;
import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;

class FingerprintTest {

    private static final GatewayRows ROWS = new GatewayRows(2_000);
    private static final Path NO_FOLDER = Path.of("");

    private final Fingerprint fingerprint = new Fingerprint(ROWS);

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void knows_rows_that_were_converted_well_there_and_back(TestDatabase database) throws Exception {
        Address address = filled(database);

        convert(RawJdbc.atOnce(), address, true);
        assertThat(fingerprint.isConverted(address)).isTrue();

        convert(RawJdbc.atOnce(), address, false);
        assertThat(fingerprint.isBack(address)).isTrue();
    }

    @DatabaseTest(SQLITE)
    void knows_rows_that_were_converted_well_in_place(TestDatabase database) throws Exception {
        Address address = filled(database);

        convert(RawJdbc.inPlace(), address, true);
        assertThat(fingerprint.isConverted(address)).isTrue();

        convert(RawJdbc.inPlace(), address, false);
        assertThat(fingerprint.isBack(address)).isTrue();
    }

    @DatabaseTest(SQLITE)
    void knows_what_aludel_writes_to_new_columns(TestDatabase database) throws Exception {
        Address address = filled(database);

        convert(Aludel.NEW_COLUMNS, address, true);
        assertThat(fingerprint.isConverted(address)).isTrue();

        convert(Aludel.NEW_COLUMNS, address, false);
        assertThat(fingerprint.isBack(address)).isTrue();
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void finds_one_date_that_is_off_by_a_millisecond(TestDatabase database) throws Exception {
        Address address = filled(database);
        convert(RawJdbc.atOnce(), address, true);

        database.execute("UPDATE chat_messages SET created_time = created_time + 1 WHERE id = 'm00000777'");

        assertThat(fingerprint.isConverted(address)).isFalse();
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void finds_two_dates_that_stand_in_each_others_rows(TestDatabase database) throws Exception {
        Address address = filled(database);
        convert(RawJdbc.atOnce(), address, true);

        database.execute(
                "UPDATE sessions SET updated_time = -1 WHERE id = 's00000011'",
                "UPDATE sessions SET updated_time = %d WHERE id = 's00000012'".formatted(GatewayRows.millis(24)),
                "UPDATE sessions SET updated_time = %d WHERE id = 's00000011'".formatted(GatewayRows.millis(25)));

        assertThat(fingerprint.isConverted(address)).isFalse();
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void finds_a_missing_date_that_became_another_moment_than_the_others(TestDatabase database) throws Exception {
        Address address = filled(database);
        convert(RawJdbc.atOnce(), address, true);

        database.execute("UPDATE chat_messages SET created_time = created_time - 1 WHERE id = 'm00000050'");

        assertThat(fingerprint.isConverted(address)).isFalse();
    }

    @DatabaseTest({SQLITE, POSTGRESQL, MYSQL})
    void finds_what_the_python_revision_makes_of_fractions(TestDatabase database) throws Exception {
        Address address = filled(database);

        convert(RawJdbc.asAlembic(), address, true);

        assertThat(fingerprint.isConverted(address)).isFalse();
    }

    private static Address filled(TestDatabase database) throws Exception {
        Address address = Databases.address(database);
        ROWS.fill(address);
        return address;
    }

    private static void convert(Contestant contestant, Address database, boolean up) throws Exception {
        String before = GatewayPeerHistory.INDEXES;
        String after = GatewayPeerHistory.CONVERSION;
        Journey journey = new Journey(database, GatewayPeerHistory.NAME, up ? before : after, up ? after : before);
        contestant.migrate(journey, NO_FOLDER);
    }
}
