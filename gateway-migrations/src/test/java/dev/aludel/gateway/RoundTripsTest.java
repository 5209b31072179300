package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.RoundTrips;
import java.util.Map;

/** How often the way from an empty database to the head asks the server, connections included: no more than is known. */
class RoundTripsTest {

    private static final Map<DatabaseKind, Integer> KNOWN = Map.of(DatabaseKind.MYSQL, 123, DatabaseKind.MARIADB, 123);

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void the_way_up_asks_as_often_as_it_is_known_to(TestDatabase database) throws Exception {
        try (RoundTrips trips = RoundTrips.to(database)) {
            int asked = trips.during(() -> Migrator.on(trips.dataSource())
                    .history(new GatewayHistory())
                    .build()
                    .upgrade("head"));

            assertThat(asked).isEqualTo(KNOWN.get(database.kind()));
        }
    }
}
