package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.offline.Script;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.SQLException;
import java.util.List;

/** A script can't look at the table that it rebuilds: so it stops where it would lose something. */
class OfflineGuardTest {

    @DatabaseTest(DatabaseKind.SQLITE)
    void an_index_that_the_model_does_not_know(TestDatabase database) throws SQLException {
        stops(database, "has an index, trigger, column or clause", "CREATE INDEX ix_mine ON sessions (user_id)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_trigger_that_the_model_does_not_know(TestDatabase database) throws SQLException {
        stops(
                database,
                "has an index, trigger, column or clause",
                "CREATE TRIGGER mine AFTER INSERT ON sessions BEGIN SELECT 1; END");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_the_model_does_not_know(TestDatabase database) throws SQLException {
        stops(database, "has an index, trigger, column or clause", "ALTER TABLE sessions ADD COLUMN mine TEXT");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_clause_that_the_model_does_not_know(TestDatabase database) throws SQLException {
        stops(
                database,
                "has an index, trigger, column or clause",
                "DROP TABLE sessions",
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR COLLATE NOCASE, created_at DATETIME)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_view_on_the_table(TestDatabase database) throws SQLException {
        stops(database, "error in view mine", "CREATE VIEW mine AS SELECT id FROM sessions");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_table_in_the_place_of_the_new_form(TestDatabase database) throws SQLException {
        stops(
                database,
                "table aludel_rebuild_sessions already exists",
                "CREATE TABLE aludel_rebuild_sessions (precious TEXT)");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_that_is_gone(TestDatabase database) throws SQLException {
        stops(database, "lacks columns that the revisions say it has", "ALTER TABLE sessions DROP COLUMN user_id");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_date_that_cannot_be_read(TestDatabase database) throws SQLException {
        stops(
                database,
                "column \"created_at\" of table \"sessions\" holds values that are no date-time",
                "INSERT INTO sessions (id, user_id, created_at) VALUES ('bad', 'u', 'yesterday')");
    }

    private static void stops(TestDatabase database, String words, String... statements) throws SQLException {
        Sessions.migrator(database, Sessions.history()).upgrade("create");
        Sessions.fill(database);
        database.execute(statements);
        List<String> before = Sessions.everything(database);
        String script = Script.of(Sessions.history(), new SqliteDialect())
                .upgrade("create:change")
                .toString();

        ProgramResult result = database.nativeClient(script);

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.toString()).contains(words);
        assertThat(Sessions.everything(database)).isEqualTo(before);
    }
}
