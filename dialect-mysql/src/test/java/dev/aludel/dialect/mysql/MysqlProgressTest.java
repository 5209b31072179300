package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dsl.Schema;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.contract.LambdaHistory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An index on rows enough to take some seconds tells how far it has come. */
class MysqlProgressTest {

    private static final int FEWEST_ROWS = 1 << 19;

    /** Nothing is told in a statement's first second. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(2_500);

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void an_index_tells_its_stages(TestDatabase database) throws SQLException {
        List<ActionProgress> told = new CopyOnWriteArrayList<>();
        if (database.kind() == DatabaseKind.MYSQL) {
            database.execute(
                    "UPDATE performance_schema.setup_consumers SET enabled = 'YES' WHERE name LIKE 'events_stages%'");
        }
        Migrator migrator = Migrator.on(database.dataSource())
                .history(new LambdaHistory()
                        .then("create", MysqlProgressTest::create)
                        .then("index", schema -> schema.createIndex("ix_visits", "visits", "b")))
                .dialect(new MysqlDialect())
                .listener(new MigrationListener() {
                    @Override
                    public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
                        told.add(progress);
                    }
                })
                .build();
        migrator.upgrade("create");
        fill(database);

        migrator.upgrade("head");

        assertThat(told).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.phase()).isNotBlank();
            assertThat(progress.unit()).isNotBlank();
            assertThat(progress.done()).isBetween(0L, progress.total());
        });
    }

    /** Doubles the rows until an index on them takes its time, however fast the machine is. */
    private static void fill(TestDatabase database) throws SQLException {
        database.execute("INSERT INTO visits (b) VALUES (rand())");
        for (int rows = 1; rows < FEWEST_ROWS || indexing(database).compareTo(LONG_ENOUGH) < 0; rows *= 2) {
            database.execute("INSERT INTO visits (b) SELECT concat(sha2(rand(), 256), sha2(rand(), 256)) FROM visits");
        }
    }

    private static Duration indexing(TestDatabase database) throws SQLException {
        long start = System.nanoTime();
        database.execute("CREATE INDEX ix_tried ON visits (b)");
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        database.execute("DROP INDEX ix_tried ON visits");
        return taken;
    }

    private static void create(Schema schema) {
        schema.createTable("visits", t -> t.column("b", string(200)));
    }
}
