package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.MigrationListener;
import dev.aludel.model.Value;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A long copy tells how many rows it has copied, and loses none where the rowids have gaps. */
class CopyProgressTest {

    /** Enough for a copy of some seconds: nothing is told in the first one. */
    private static final int ROWS = 1_000_000;

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_long_copy_tells_how_many_rows_are_done_and_how_long_the_rest_takes(TestDatabase database)
            throws SQLException {
        List<ActionProgress> heard = new ArrayList<>();
        Migrator migrator = migrator(database, heard, false);
        fill(database, ROWS);

        migrator.upgrade("head");

        assertThat(heard).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.phase()).isEqualTo("copying");
            assertThat(progress.unit()).isEqualTo("rows");
            assertThat(progress.total()).isEqualTo(ROWS);
            assertThat(progress.done()).isBetween(1L, ROWS - 1L);
            assertThat(progress.remaining())
                    .hasValueSatisfying(left -> assertThat(left).isPositive());
        });
        assertThat(heard).extracting(ActionProgress::done).isSorted();
        isConverted(database, ROWS);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void what_a_listener_throws_ends_the_telling_and_not_the_copy(TestDatabase database) throws SQLException {
        List<ActionProgress> heard = new ArrayList<>();
        Migrator migrator = migrator(database, heard, true);
        fill(database, ROWS);

        migrator.upgrade("head");

        assertThat(heard).hasSize(1);
        isConverted(database, ROWS);
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void every_row_arrives_whatever_gaps_the_rowids_have(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database, new ArrayList<>(), false);
        fill(database, 100_000);
        database.execute(
                "UPDATE sessions SET rowid = -5000000000 WHERE rowid = 2",
                "UPDATE sessions SET rowid = rowid + 7000000000 WHERE rowid > 50000");

        migrator.upgrade("head");

        isConverted(database, 100_000);
        database.execute(
                "UPDATE sessions SET rowid = -9223372036854775807 WHERE rowid = 1",
                "UPDATE sessions SET rowid = 9223372036854775807 WHERE rowid = 3");
        migrator.downgrade("create");
        assertThat(Sessions.texts(database, "SELECT count(created_at) FROM sessions"))
                .containsExactly("100000");
        assertThat(Sessions.texts(
                        database, "SELECT id FROM sessions WHERE rowid NOT BETWEEN 1 AND 7000100000 ORDER BY rowid"))
                .containsExactly("s1", "s2", "s3");
    }

    @DatabaseTest(DatabaseKind.SQLITE)
    void a_copy_with_an_expression_of_the_author_is_one_statement(TestDatabase database) {
        Migrator converting = Sessions.migrator(database, Sessions.history());
        converting.upgrade("create");

        assertThat(copy(converting).ranges()).isPresent();
        assertThat(copy(Sessions.migrator(
                                database,
                                Sessions.history(schema -> schema.alterTable("sessions", t -> t.column("created_at")
                                        .fillNull(Value.expression("datetime('now')"))
                                        .notNull()))))
                        .ranges())
                .isEmpty();
        assertThat(copy(Sessions.migrator(
                                database,
                                Sessions.history(schema -> schema.alterTable("sessions", t -> t.column("created_at")
                                        .fillNull(Value.currentTimestamp())
                                        .notNull()))))
                        .ranges())
                .isEmpty();
    }

    private static Statement copy(Migrator migrator) {
        return migrator.plan("head").revisions().get(0).actions().stream()
                .filter(action -> action.summary().equals("copy the rows of table \"sessions\""))
                .map(Statement.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Migrator migrator(TestDatabase database, List<ActionProgress> heard, boolean fails) {
        MigrationListener listener = new MigrationListener() {
            @Override
            public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
                heard.add(progress);
                if (fails) {
                    throw new IllegalStateException("the listener fails");
                }
            }
        };
        Migrator migrator = Migrator.on(database.dataSource())
                .history(Sessions.history())
                .dialect(new SqliteDialect())
                .listener(listener)
                .build();
        migrator.upgrade("create");
        return migrator;
    }

    /** Dates of a form that takes long to convert. */
    private static void fill(TestDatabase database, int rows) throws SQLException {
        Sessions.fill(database, rows, "n", "strftime('%Y-%m-%dT%H:%M:%S.5+01:00', n * 1000, 'unixepoch')");
    }

    private static void isConverted(TestDatabase database, int rows) throws SQLException {
        assertThat(
                        Sessions.texts(
                                database,
                                "SELECT count(*) FROM sessions WHERE created_time = (CAST(substr(id, 2) AS INTEGER) * 1000 - 3600) * 1000 + 500"))
                .containsExactly(String.valueOf(rows));
    }
}
