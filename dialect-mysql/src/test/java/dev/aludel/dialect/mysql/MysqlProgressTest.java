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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An index on rows enough to take more than a second tells how far it has come. */
class MysqlProgressTest {

    private static final int ROWS = 600_000;

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
        database.execute(rows());

        migrator.upgrade("head");

        assertThat(told).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.phase()).isNotBlank();
            assertThat(progress.unit()).isNotBlank();
            assertThat(progress.done()).isBetween(0L, progress.total());
        });
    }

    /** Doubled until there are enough. */
    private static String[] rows() {
        List<String> statements = new ArrayList<>(List.of("INSERT INTO visits (b) VALUES (rand())"));
        for (int rows = 1; rows < ROWS; rows *= 2) {
            statements.add("INSERT INTO visits (b) SELECT concat(sha2(rand(), 256), sha2(rand(), 256)) FROM visits");
        }
        return statements.toArray(String[]::new);
    }

    private static void create(Schema schema) {
        schema.createTable("visits", t -> t.column("b", string(200)));
    }
}
