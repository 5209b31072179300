package dev.aludel.benchmarks.peers.count;

import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

class CountingDriverTest {

    @DatabaseTest(SQLITE)
    void counts_what_reaches_the_database(TestDatabase database) throws Exception {
        try (CountingDriver driver = CountingDriver.inPlaceOf(database.url());
                Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE t (id INTEGER)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                insert.setInt(1, 1);
                insert.executeUpdate();
            }
            connection.commit();
            connection.getMetaData().getTables(null, null, "t", null).close();

            assertThat(driver.calls().take()).isEqualTo(5);
        }
    }

    @DatabaseTest(SQLITE)
    void counts_no_more_once_it_is_closed(TestDatabase database) throws Exception {
        CountingDriver driver = CountingDriver.inPlaceOf(database.url());
        driver.close();

        database.execute("CREATE TABLE t (id INTEGER)");

        assertThat(driver.calls().take()).isZero();
    }
}
