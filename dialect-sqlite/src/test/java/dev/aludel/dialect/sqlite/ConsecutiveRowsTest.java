package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows keep their rowids through a rebuild, given with each of them or coming by themselves. */
class ConsecutiveRowsTest {

    private static final int MANY = 20_000;

    private static final String ROWIDS = "SELECT id || ' ' || rowid FROM sessions ORDER BY id";

    private final List<String> copies = new ArrayList<>();

    @DatabaseTest(DatabaseKind.SQLITE)
    void many_rows_numbered_without_a_gap_come_in_their_order(TestDatabase database) throws SQLException {
        keepsRowids(database, MANY);

        assertThat(copies).singleElement().satisfies(copy -> assertThat(copy)
                .startsWith("INSERT INTO aludel_rebuild_sessions (id,")
                .endsWith("FROM sessions\nORDER BY rowid"));
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void with_a_gap_each_brings_its_rowid(TestDatabase database) throws SQLException {
        keepsRowids(database, MANY, "DELETE FROM sessions WHERE rowid = 7");

        assertThat(copies).singleElement().satisfies(ConsecutiveRowsTest::bringsRowids);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void with_numbers_from_elsewhere_each_brings_its_rowid(TestDatabase database) throws SQLException {
        keepsRowids(database, MANY, "UPDATE sessions SET rowid = -3 WHERE rowid = 7");

        assertThat(copies).singleElement().satisfies(ConsecutiveRowsTest::bringsRowids);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void of_few_rows_each_brings_its_rowid(TestDatabase database) throws SQLException {
        keepsRowids(database, 100);

        assertThat(copies).singleElement().satisfies(ConsecutiveRowsTest::bringsRowids);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_column_called_rowid_leaves_another_name(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        database.execute("ALTER TABLE sessions ADD COLUMN rowid INTEGER");
        fill(database, MANY);
        String rowids = ROWIDS.replace("rowid", "_rowid_");
        List<String> before = Sessions.texts(database, rowids);

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, rowids)).isEqualTo(before).hasSize(MANY);
        assertThat(copies).singleElement().satisfies(copy -> assertThat(copy).endsWith("ORDER BY _rowid_"));
    }

    private void keepsRowids(TestDatabase database, int rows, String... changes) throws SQLException {
        Migrator migrator = migrator(database);
        fill(database, rows);
        database.execute(changes);
        List<String> before = Sessions.texts(database, ROWIDS);

        migrator.upgrade("head");

        assertThat(Sessions.texts(database, ROWIDS)).isEqualTo(before).isNotEmpty();
    }

    private static void bringsRowids(String copy) {
        assertThat(copy)
                .startsWith("INSERT INTO aludel_rebuild_sessions (rowid, id,")
                .endsWith("FROM sessions");
    }

    private Migrator migrator(TestDatabase database) {
        Migrator migrator = Migrator.on(database.dataSource())
                .history(Sessions.history())
                .dialect(new SqliteDialect())
                .listener(new MigrationListener() {
                    @Override
                    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
                        if (action instanceof Statement statement
                                && statement.summary().startsWith("copy the rows")) {
                            copies.add(statement.sql().text());
                        }
                    }
                })
                .build();
        migrator.upgrade("create");
        return migrator;
    }

    /** Ids in another order than rowids. */
    private static void fill(TestDatabase database, int rows) throws SQLException {
        Sessions.fill(database, rows, "(n * 7919 % 100003)", "'2025-01-02 03:04:05.678901'");
    }
}
