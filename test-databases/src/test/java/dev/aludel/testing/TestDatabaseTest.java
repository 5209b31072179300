package dev.aludel.testing;

import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

class TestDatabaseTest {
    @DatabaseTest
    void is_of_the_product_that_it_says(TestDatabase database) throws SQLException {
        assertThat(database.query(Products.versionQuery(database.kind())).get(0).get("version"))
                .asString()
                .matches(Products.versionPattern(database.kind()));
    }

    @DatabaseTest
    void is_empty_at_first(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE sessions (id INTEGER PRIMARY KEY)");

        assertThat(database.query("SELECT * FROM sessions")).isEmpty();
    }

    @DatabaseTest
    void keeps_what_was_written(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE sessions (id INTEGER PRIMARY KEY, status VARCHAR(20))",
                "INSERT INTO sessions (id, status) VALUES (1, 'open')",
                "INSERT INTO sessions (id, status) VALUES (2, NULL)");

        assertThat(database.query("SELECT status FROM sessions ORDER BY id").toString())
                .isEqualTo("[{status=open}, {status=null}]");
    }

    @DatabaseTest
    void is_not_seen_by_another_test(TestDatabase database, TestDatabase other) throws SQLException {
        database.execute("CREATE TABLE sessions (id INTEGER PRIMARY KEY)");

        assertThat(other.url()).isNotEqualTo(database.url());
        assertThatThrownBy(() -> other.query("SELECT * FROM sessions")).isInstanceOf(SQLException.class);
    }

    @DatabaseTest
    void opens_a_new_connection_each_time(TestDatabase database) throws SQLException {
        try (Connection first = database.dataSource().getConnection();
                Connection second = database.dataSource().getConnection()) {
            assertThat(first).isNotSameAs(second);
            first.close();

            assertThat(second.isValid(5)).isTrue();
        }
    }

    @DatabaseTest
    void can_be_connected_to_by_its_url(TestDatabase database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @DatabaseTest
    void has_copies_with_the_same_schema_and_rows(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE sessions (id INTEGER PRIMARY KEY, status VARCHAR(20))",
                "CREATE TABLE messages (id INTEGER PRIMARY KEY, session_id INTEGER REFERENCES sessions (id))",
                "CREATE INDEX ix_status ON sessions (status)",
                "INSERT INTO sessions (id, status) VALUES (1, 'open')",
                "INSERT INTO messages (id, session_id) VALUES (1, 1)");

        try (TestDatabase copy = database.copy()) {
            copy.execute("UPDATE sessions SET status = 'closed'", "DELETE FROM messages");

            assertThat(copy.query("SELECT status FROM sessions").toString()).isEqualTo("[{status=closed}]");
            assertThatThrownBy(() -> copy.execute("CREATE INDEX ix_status ON sessions (status)"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(database.query("SELECT status FROM sessions").toString()).isEqualTo("[{status=open}]");
        assertThat(database.query("SELECT id FROM messages")).hasSize(1);
    }

    @DatabaseTest
    void is_dropped_when_closed(TestDatabase database) throws SQLException {
        TestDatabase dropped = TestDatabases.create(database.kind());
        dropped.execute("CREATE TABLE sessions (id INTEGER PRIMARY KEY)");

        dropped.close();

        // SQLite makes a new, empty file on this attempt, which the second call removes.
        assertThatThrownBy(() -> dropped.query("SELECT * FROM sessions")).isInstanceOf(SQLException.class);
        dropped.close();
    }

    @DatabaseTest({POSTGRESQL, MYSQL, MARIADB})
    void ends_the_transactions_that_would_keep_it_from_being_dropped(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE sessions (id INTEGER PRIMARY KEY)");
        Connection open = database.connect();
        open.setAutoCommit(false);
        try (Statement statement = open.createStatement()) {
            statement.executeQuery("SELECT * FROM sessions");

            database.close();

            assertThat(open.isValid(5)).isFalse();
        } finally {
            open.abort(Runnable::run);
        }
    }

    @DatabaseTest({POSTGRESQL, MYSQL, MARIADB})
    void sessions_can_have_a_time_zone(TestDatabase database) throws SQLException {
        TestDatabase inIndia = database.withTimeZone("Asia/Kolkata");

        assertThat(inIndia.query(Products.secondsEastOfGreenwich(database.kind()))
                        .toString())
                .isEqualTo("[{seconds=19800}]");
    }

    @DatabaseTest(SQLITE)
    void a_time_zone_changes_nothing_where_sessions_have_none(TestDatabase database) throws SQLException {
        String now = "SELECT datetime(0, 'unixepoch') AS epoch";

        assertThat(database.withTimeZone("Asia/Kolkata").query(now)).isEqualTo(database.query(now));
    }

    @DatabaseTest
    void foreign_keys_are_checked_where_asked_for(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE sessions (id INTEGER PRIMARY KEY)",
                "CREATE TABLE messages (session_id INTEGER, FOREIGN KEY (session_id) REFERENCES sessions (id))");

        assertThatThrownBy(() -> database.withForeignKeys().execute("INSERT INTO messages (session_id) VALUES (7)"))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?is).*foreign key.*");
    }

    @DatabaseTest(SQLITE)
    void foreign_keys_are_not_checked_by_sqlite_by_itself(TestDatabase database) throws SQLException {
        assertThat(database.query("PRAGMA foreign_keys")).isEqualTo(List.of(Map.of("foreign_keys", 0)));
    }
}
