package dev.aludel.testing;

import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

class DatabaseTestTest {
    private static final List<String> RUNS = new ArrayList<>();

    @BeforeEach
    void prepare(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE prepared (id INTEGER PRIMARY KEY)");
    }

    @DatabaseTest
    void gets_the_database_that_was_prepared_for_it(TestDatabase database) throws SQLException {
        assertThat(database.query("SELECT * FROM prepared")).isEmpty();
    }

    @DatabaseTest({MARIADB, SQLITE})
    void runs_on_the_products_that_it_names(TestDatabase database, TestInfo info) {
        assertThat(info.getDisplayName()).isEqualTo(database.kind().id());
        RUNS.add(info.getDisplayName());
    }

    @AfterAll
    static void each_product_had_its_turn() {
        List<String> expected = Stream.of(MARIADB, SQLITE)
                .filter(TestDatabases.enabledKinds()::contains)
                .map(DatabaseKind::id)
                .toList();
        assertThat(RUNS).isEqualTo(expected);
    }
}
