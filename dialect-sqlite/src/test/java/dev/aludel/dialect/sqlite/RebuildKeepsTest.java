package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a rebuilt table has beyond the model is there afterwards, up and down, with foreign keys on. */
class RebuildKeepsTest {

    private static final String PLAIN =
            "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME)";

    @DatabaseTest(DatabaseKind.SQLITE)
    void every_row_of_every_table(TestDatabase database) throws SQLException {
        Migrator migrator = converted(database, PLAIN);

        assertThat(Sessions.texts(database, "SELECT created_time FROM sessions ORDER BY id"))
                .containsExactly("1735787045000", String.valueOf(Sessions.NOW), "1735779845678");
        assertThat(Sessions.texts(database, "SELECT id FROM messages ORDER BY id"))
                .containsExactly("ms1", "ms2", "ms3");

        migrator.downgrade("-1");

        assertThat(Sessions.texts(database, "SELECT created_at FROM sessions ORDER BY id"))
                .containsExactly(
                        "2025-01-02 03:04:05.000000", "2025-11-21 04:05:06.789000", "2025-01-02 01:04:05.678000");
        assertThat(Sessions.texts(database, "SELECT id FROM messages ORDER BY id"))
                .containsExactly("ms1", "ms2", "ms3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_foreign_key_of_another_table(TestDatabase database) throws SQLException {
        Migrator migrator = converted(database, PLAIN);
        String key =
                "CONSTRAINT messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE";
        assertThat(Sessions.declaration(database, "messages")).contains(key);
        migrator.downgrade("-1");
        assertThat(Sessions.declaration(database, "messages")).contains(key);

        database.withForeignKeys().execute("DELETE FROM sessions WHERE id = 's1'");

        assertThat(Sessions.texts(database, "SELECT id FROM messages ORDER BY id"))
                .containsExactly("ms2", "ms3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void comments_collations_checks_conflict_clauses_and_deferrable_keys(TestDatabase database) throws SQLException {
        Migrator migrator = converted(
                database,
                """
                CREATE TABLE sessions (
                  id VARCHAR NOT NULL PRIMARY KEY ON CONFLICT FAIL, -- the key, a token
                  user_id VARCHAR /* not null, ever */ NOT NULL ON CONFLICT ABORT COLLATE NOCASE
                    CHECK (user_id <> ''),
                  created_at DATETIME, -- UTC
                  parent_id VARCHAR DEFAULT NULL REFERENCES sessions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                  "weird, (name" TEXT DEFAULT 'it''s (, fine',
                  CHECK (length(id) < 100) -- sane
                )""");
        migrator.downgrade("-1");
        migrator.upgrade("head");

        assertThat(Sessions.declaration(database, "sessions"))
                .isEqualTo(
                        """
                        CREATE TABLE "sessions" (
                          id VARCHAR NOT NULL PRIMARY KEY ON CONFLICT FAIL, -- the key, a token
                          user_id VARCHAR /* not null, ever */ NOT NULL ON CONFLICT ABORT COLLATE NOCASE
                            CHECK (user_id <> ''),
                          created_time BIGINT NOT NULL, -- UTC
                          parent_id VARCHAR DEFAULT NULL REFERENCES sessions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                          "weird, (name" TEXT DEFAULT 'it''s (, fine',
                          CHECK (length(id) < 100) -- sane
                        )""");
        assertThat(Sessions.texts(database, "SELECT id FROM sessions WHERE user_id = 'u1' ORDER BY id"))
                .containsExactly("s1", "s3");
        assertThatThrownBy(() -> database.execute("UPDATE sessions SET user_id = ''"))
                .hasMessageContaining("CHECK constraint failed");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_strict_table_in_words_that_it_takes(TestDatabase database) throws SQLException {
        Migrator migrator = converted(
                database,
                "CREATE TABLE sessions (id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, created_at TEXT) STRICT");
        assertThat(Sessions.declaration(database, "sessions"))
                .isEqualTo(
                        "CREATE TABLE \"sessions\" (id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL, created_time INTEGER NOT NULL) STRICT");
        assertThatThrownBy(() -> database.execute("UPDATE sessions SET created_time = 'x'"))
                .hasMessageContaining("cannot store TEXT value in INTEGER column");

        migrator.downgrade("-1");

        assertThat(Sessions.declaration(database, "sessions")).endsWith("created_at TEXT) STRICT");
        assertThat(Sessions.texts(database, "SELECT count(*) FROM sessions")).containsExactly("3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_table_without_rowid(TestDatabase database) throws SQLException {
        Migrator migrator = converted(
                database,
                "CREATE TABLE sessions (id VARCHAR NOT NULL, user_id VARCHAR NOT NULL, created_at DATETIME, PRIMARY KEY (user_id, id), UNIQUE (id)) WITHOUT ROWID");
        migrator.downgrade("-1");
        migrator.upgrade("head");

        assertThat(Sessions.declaration(database, "sessions")).endsWith(" WITHOUT ROWID");
        assertThatThrownBy(() -> database.query("SELECT rowid FROM sessions")).hasMessageContaining("no such column");
        assertThat(Sessions.texts(database, "SELECT count(*) FROM sessions")).containsExactly("3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_counter_of_an_autoincrement(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(
                database,
                "CREATE TABLE sessions (number INTEGER PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL UNIQUE, user_id VARCHAR NOT NULL, created_at DATETIME)");
        database.execute(
                "INSERT INTO sessions (number, id, user_id) VALUES (5000, 's9', 'u')",
                "DELETE FROM sessions WHERE number = 5000");

        migrator.upgrade("head");
        database.execute("INSERT INTO sessions (id, user_id, created_time) VALUES ('s10', 'u', 0)");
        migrator.downgrade("-1");
        database.execute("DELETE FROM sessions WHERE number > 1");
        migrator.upgrade("head");
        database.execute("INSERT INTO sessions (id, user_id, created_time) VALUES ('s11', 'u', 0)");

        assertThat(Sessions.texts(database, "SELECT number || ' ' || id FROM sessions WHERE number > 3"))
                .containsExactly("5002 s11");
        assertThat(Sessions.texts(database, "SELECT name || ' ' || seq FROM sqlite_sequence"))
                .containsExactly("sessions 5002");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_counter_of_an_autoincrement_without_a_row_left(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(
                database,
                "CREATE TABLE sessions (number INTEGER PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL UNIQUE, user_id VARCHAR NOT NULL, created_at DATETIME)");
        database.execute("DELETE FROM messages", "DELETE FROM sessions");

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT name || ' ' || seq FROM sqlite_sequence"))
                .containsExactly("sessions 3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rowids_that_other_tables_may_hold(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        database.execute("UPDATE sessions SET rowid = rowid * 100");

        migrator.upgrade("head");
        assertThat(Sessions.texts(database, "SELECT rowid FROM sessions ORDER BY id"))
                .containsExactly("100", "200", "300");
        migrator.downgrade("-1");
        assertThat(Sessions.texts(database, "SELECT rowid FROM sessions ORDER BY id"))
                .containsExactly("100", "200", "300");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void rowids_of_a_table_that_calls_a_column_rowid(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(
                database,
                "CREATE TABLE sessions (id VARCHAR NOT NULL PRIMARY KEY, user_id VARCHAR NOT NULL, created_at DATETIME, rowid TEXT DEFAULT 'mine')");
        database.execute("UPDATE sessions SET _rowid_ = _rowid_ * 100");

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT oid || rowid FROM sessions ORDER BY id"))
                .containsExactly("100mine", "200mine", "300mine");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void columns_that_the_model_does_not_know_generated_ones_too(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(
                database,
                """
                CREATE TABLE sessions (
                  id VARCHAR NOT NULL PRIMARY KEY,
                  upper_id TEXT GENERATED ALWAYS AS (upper(id)) STORED,
                  user_id VARCHAR NOT NULL,
                  extra BLOB,
                  created_at DATETIME,
                  twice TEXT AS (user_id || user_id)
                )""");
        database.execute("UPDATE sessions SET extra = x'00ff' || CAST(id AS BLOB)");

        migrator.upgrade("head");
        migrator.downgrade("-1");
        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT upper_id || twice || hex(extra) FROM sessions ORDER BY id"))
                .containsExactly("S1u1u100FF7331", "S2u2u200FF7332", "S3U1U100FF7333");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void indexes_of_every_sort(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        List<String> indexes = List.of(
                "CREATE INDEX ix_desc ON sessions (user_id DESC, id ASC)",
                "CREATE UNIQUE INDEX ix_partial ON sessions (user_id) WHERE id <> 's2' AND user_id = 'u1'",
                "CREATE INDEX ix_expression ON sessions (lower(user_id), length(id) DESC)",
                "CREATE UNIQUE INDEX ix_collate ON sessions (id COLLATE NOCASE)");
        database.execute(indexes.toArray(String[]::new));

        migrator.upgrade("head");
        assertThat(indexes(database)).containsExactlyInAnyOrderElementsOf(indexes);
        migrator.downgrade("-1");
        assertThat(indexes(database)).containsExactlyInAnyOrderElementsOf(indexes);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void indexes_over_the_renamed_column_which_follow(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        database.execute("CREATE INDEX ix_mixed ON sessions (created_at DESC, user_id) WHERE created_at IS NOT NULL");

        migrator.upgrade("head");
        assertThat(Sessions.declaration(database, "ix_mixed"))
                .isEqualTo(
                        "CREATE INDEX ix_mixed ON sessions (created_time DESC, user_id) WHERE created_time IS NOT NULL");
        migrator.downgrade("-1");
        assertThat(Sessions.declaration(database, "ix_mixed"))
                .isEqualTo("CREATE INDEX ix_mixed ON sessions (created_at DESC, user_id) WHERE created_at IS NOT NULL");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void triggers_of_this_table_and_of_others_none_of_which_fires(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        List<String> triggers = List.of(
                "CREATE TRIGGER on_insert AFTER INSERT ON sessions BEGIN INSERT INTO audit VALUES ('insert ' || new.id); END",
                "CREATE TRIGGER on_delete AFTER DELETE ON sessions BEGIN INSERT INTO audit VALUES ('delete ' || old.id); END",
                "CREATE TRIGGER on_update AFTER UPDATE ON sessions BEGIN INSERT INTO audit VALUES ('update ' || old.id); END",
                "CREATE TRIGGER on_message AFTER INSERT ON messages BEGIN UPDATE sessions SET user_id = 'seen; ' || user_id WHERE id = new.session_id; END");
        database.execute("CREATE TABLE audit (what TEXT)");
        database.execute(triggers.toArray(String[]::new));

        migrator.upgrade("head");
        migrator.downgrade("-1");

        assertThat(Sessions.texts(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactlyInAnyOrderElementsOf(triggers);
        assertThat(Sessions.texts(database, "SELECT what FROM audit")).isEmpty();
        database.execute("INSERT INTO messages VALUES ('m9', 's1')");
        assertThat(Sessions.texts(database, "SELECT what FROM audit")).containsExactly("update s1");
        assertThat(Sessions.texts(database, "SELECT user_id FROM sessions WHERE id = 's1'"))
                .containsExactly("seen; u1");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void views_on_the_table_on_those_views_and_their_triggers(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        List<String> objects = List.of(
                "CREATE VIEW counts AS SELECT user_id, count(*) AS n FROM \"sessions\" GROUP BY user_id",
                "CREATE VIEW busy AS SELECT user_id FROM counts WHERE n > 0 ORDER BY user_id",
                "CREATE VIEW everything AS SELECT * FROM sessions",
                "CREATE TRIGGER through_view INSTEAD OF DELETE ON busy BEGIN DELETE FROM sessions WHERE user_id = old.user_id; END");
        database.execute(objects.toArray(String[]::new));

        migrator.upgrade("head");
        migrator.downgrade("-1");
        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"))
                .containsExactlyInAnyOrderElementsOf(objects);
        assertThat(Sessions.texts(database, "SELECT user_id FROM busy")).containsExactly("U1", "u1", "u2");
        database.execute("DELETE FROM busy WHERE user_id = 'u2'");
        assertThat(Sessions.texts(database, "SELECT created_time FROM everything ORDER BY id"))
                .containsExactly("1735787045000", "1735779845678");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void violations_of_foreign_keys_that_were_there_before(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        database.execute("INSERT INTO messages VALUES ('stray', 'nowhere')");

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT id FROM messages")).contains("stray");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void violations_of_keys_that_refer_to_a_converted_column(TestDatabase database) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, PLAIN);
        database.execute(
                "CREATE UNIQUE INDEX ux_moments ON sessions (created_at)",
                "CREATE TABLE moments (moment DATETIME REFERENCES sessions (created_at))",
                "INSERT INTO moments VALUES ('never')");

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, "SELECT moment FROM moments")).containsExactly("never");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void the_pragma_as_the_connection_had_it(TestDatabase database) throws SQLException {
        try (Connection connection = database.withForeignKeys().connect()) {
            Migrator migrator = Migrator.on(OneConnection.of(connection))
                    .history(Sessions.history())
                    .dialect(new SqliteDialect())
                    .build();
            migrator.upgrade("head");
            assertThat(OneConnection.text(connection, "PRAGMA foreign_keys")).isEqualTo("1");
            migrator.downgrade("base");
            assertThat(OneConnection.text(connection, "PRAGMA foreign_keys")).isEqualTo("1");
        }
    }

    private static List<String> indexes(TestDatabase database) throws SQLException {
        return Sessions.texts(database, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
    }

    private static Migrator created(TestDatabase database) {
        Migrator migrator = Sessions.migrator(database, Sessions.history());
        migrator.upgrade("create");
        return migrator;
    }

    private static Migrator converted(TestDatabase database, String createTable) throws SQLException {
        Migrator migrator = created(database);
        Sessions.replace(database, createTable);
        migrator.upgrade("head");
        return migrator;
    }
}
