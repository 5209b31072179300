package dev.aludel.gateway.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.gateway.GatewayHistory;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** How often the way from an empty database to the head asks the server. */
class RoundTripCountTest {

    private final List<String> sent = new ArrayList<>();

    /** A number, so that whoever adds a question adds it knowingly; 10 of them are around the five revisions. */
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void on_postgresql(TestDatabase database) {
        upgrade(database);

        assertThat(sent).hasSize(35);
    }

    private void upgrade(TestDatabase database) {
        DataSource observed = RoundTrips.observed(database.dataSource(), (number, side, sql) -> {
            // BEGIN goes with the statement that follows.
            if (side == Side.BEFORE && !sql.equals("setAutoCommit")) {
                sent.add(sql);
            }
        });
        Migrator.on(observed).history(new GatewayHistory()).build().upgrade("head");
    }
}
