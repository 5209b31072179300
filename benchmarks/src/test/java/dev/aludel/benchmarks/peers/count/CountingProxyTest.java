package dev.aludel.benchmarks.peers.count;

import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

class CountingProxyTest {

    @DatabaseTest({POSTGRESQL, MYSQL})
    void counts_a_round_trip_and_a_statement_for_each_query(TestDatabase database) throws Exception {
        try (CountingProxy proxy = proxy(database);
                Connection connection = through(proxy, database).connect();
                Statement statement = connection.createStatement()) {
            proxy.roundTrips().take();
            proxy.statements().take();

            for (int query = 0; query < 3; query++) {
                statement.executeQuery("SELECT 1").close();
            }

            assertThat(proxy.roundTrips().take()).isEqualTo(3);
            assertThat(proxy.statements().take()).isEqualTo(3);
        }
    }

    /** MySQL's driver must be told to send several, and not to ask first whether the session may write. */
    @DatabaseTest({POSTGRESQL, MYSQL})
    void counts_several_statements_in_one_round_trip(TestDatabase database) throws Exception {
        String options =
                database.kind() == MYSQL ? "allowMultiQueries=true&useLocalSessionState=true" : "sslmode=disable";
        try (CountingProxy proxy = proxy(database);
                Connection connection = through(proxy, database).with(options).connect();
                Statement statement = connection.createStatement()) {
            proxy.roundTrips().take();
            proxy.statements().take();

            statement.execute("CREATE TABLE t (id INTEGER);\nINSERT INTO t VALUES (1);\nDROP TABLE t");

            assertThat(proxy.roundTrips().take()).isEqualTo(1);
            assertThat(proxy.statements().take()).isEqualTo(3);
        }
    }

    @DatabaseTest({POSTGRESQL, MYSQL})
    void forwards_what_does_not_fit_into_one_packet(TestDatabase database) throws Exception {
        String text = "x".repeat(1_000_000);
        try (CountingProxy proxy = proxy(database);
                Connection connection = through(proxy, database).connect();
                PreparedStatement statement = connection.prepareStatement("SELECT length(?)")) {
            statement.setString(1, text);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(text.length());
            }
        }
    }

    private static CountingProxy proxy(TestDatabase database) throws Exception {
        Protocol.Factory protocol = database.kind() == DatabaseKind.MYSQL ? MySqlProtocol::new : PostgresProtocol::new;
        return CountingProxy.to(Databases.address(database).port(), protocol);
    }

    private static Address through(CountingProxy proxy, TestDatabase database) {
        return Databases.address(database).through(proxy.port());
    }
}
