package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Where SQLite enforces foreign keys, dropping a table deletes the rows that refer to it: a rebuild must not. */
class SqliteForeignKeysTest {

    @DatabaseTest(DatabaseKind.SQLITE)
    void no_revision_loses_a_row_up_or_down(TestDatabase database) throws SQLException {
        DataSource enforcing = database.withForeignKeys().dataSource();
        Migrator migrator = Gateway.migrator(enforcing);
        migrator.upgrade(CreateInitialDatabase.ID.value());
        Gateway.insertFixture(database);

        for (String revision : Gateway.REVISIONS) {
            migrator.upgrade(revision);
            assertThat(rowCounts(database)).as("up to %s", revision).isEqualTo(List.of(3L, 2L));
        }
        List<String> downwards = new ArrayList<>(Gateway.REVISIONS);
        Collections.reverse(downwards);
        for (String revision : downwards) {
            migrator.downgrade(revision);
            assertThat(rowCounts(database)).as("down to %s", revision).isEqualTo(List.of(3L, 2L));
        }
        assertThat(violations(enforcing)).isZero();
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_foreign_key_still_works_after_the_rebuild(TestDatabase database) throws SQLException {
        DataSource enforcing = database.withForeignKeys().dataSource();
        Migrator migrator = Gateway.migrator(enforcing);
        migrator.upgrade(CreateInitialDatabase.ID.value());
        Gateway.insertFixture(database);
        migrator.upgrade("head");

        try (Connection connection = enforcing.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM sessions WHERE id = 's1'");
        }

        assertThat(rowCounts(database)).isEqualTo(List.of(2L, 0L));
    }

    private static List<Long> rowCounts(TestDatabase database) {
        return Rows.numbers(
                database, "SELECT (SELECT count(*) FROM sessions) AS a, (SELECT count(*) FROM chat_messages) AS b");
    }

    private static int violations(DataSource dataSource) throws SQLException {
        int found = 0;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                found++;
            }
        }
        return found;
    }
}
