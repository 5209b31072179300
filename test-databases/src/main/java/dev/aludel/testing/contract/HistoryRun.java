package dev.aludel.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import dev.aludel.offline.Script;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A history of several revisions, one after another, on one kind of database: one for runs and one for scripts. */
public final class HistoryRun implements AutoCloseable {

    private final Dialect dialect;
    private final History history;
    private final DatabaseKind kind;
    private final TestDatabase online;
    private final TestDatabase offline;
    private final Migrator migrator;
    private SchemaModel model = SchemaModel.empty();

    /** A run of {@code history}, whose first revision makes what the others change. */
    public HistoryRun(Dialect dialect, History history, DatabaseKind kind) {
        this.dialect = dialect;
        this.history = history;
        this.kind = kind;
        this.online = TestDatabases.create(kind);
        this.offline = TestDatabases.create(kind);
        this.migrator = migrator(online);
    }

    /** All revisions go up one by one, down one by one, up again, and by scripts; and no row of the shop is lost. */
    public void keepsTheContract(List<String> rows) throws SQLException {
        String head = id(history.revisions().size() - 1);
        fill(online, rows);
        LiveRows rowsBefore = LiveRows.of(online);
        List<LiveSchema> schemas = new ArrayList<>();
        for (int number = 0; number < history.revisions().size(); number++) {
            schemas.add(upgraded(number));
            LiveRows.of(online).assertKeptFrom(rowsBefore);
        }
        scriptsDoTheSame(rows, schemas, head);
        LiveRows rowsAfter = LiveRows.of(online);
        for (int number = schemas.size() - 2; number >= 0; number--) {
            migrator.downgrade("-1");
            assertIsAt(online, id(number));
            assertThat(LiveSchema.of(online, dialect))
                    .as("the downgrade brings back the schema of %s", id(number))
                    .isEqualTo(schemas.get(number));
        }
        LiveRows.of(online).assertKeptFrom(rowsAfter);
        migrator.upgrade("head");
        assertThat(LiveSchema.of(online, dialect))
                .as("another upgrade leads to the same schema")
                .isEqualTo(schemas.get(schemas.size() - 1));
    }

    /** The live schema of a revision, which is the one that the model says. */
    private LiveSchema upgraded(int number) throws SQLException {
        migrator.upgrade(id(number));
        assertIsAt(online, id(number));
        LiveSchema live = LiveSchema.of(online, dialect);
        fold(history.revisions().get(number));
        try (TestDatabase expected = TestDatabases.create(kind)) {
            assertThat(live)
                    .as("the schema after %s is the model's", id(number))
                    .isEqualTo(LiveSchema.created(expected, dialect, model));
        }
        return live;
    }

    private void scriptsDoTheSame(List<String> rows, List<LiveSchema> schemas, String head) throws SQLException {
        fill(offline, rows);
        runs(script().upgrade("start:" + head).toString());
        assertIsAt(offline, head);
        assertThat(LiveSchema.of(offline, dialect))
                .as("the script leads to the same schema")
                .isEqualTo(schemas.get(schemas.size() - 1));
        LiveRows.of(offline).assertKeptFrom(LiveRows.of(online));
        runs(script().downgrade(head + ":start").toString());
        assertIsAt(offline, "start");
        assertThat(LiveSchema.of(offline, dialect))
                .as("the script brings the schema back")
                .isEqualTo(schemas.get(0));
    }

    private void runs(String sql) {
        ProgramResult result = offline.nativeClient(sql);
        assertThat(result.exitCode()).as(result.stderr() + "\n" + sql).isZero();
    }

    private Script.Builder script() {
        Script.Builder script = Script.of(history, dialect);
        return kind == DatabaseKind.MARIADB ? script.version("10.11-MariaDB") : script;
    }

    private void fill(TestDatabase database, List<String> rows) throws SQLException {
        migrator(database).upgrade("start");
        database.execute(rows.toArray(String[]::new));
    }

    private void fold(Revision revision) throws SQLException {
        for (Operation operation : DialectBranch.resolve(Schema.record(revision::upgrade), dialectId())) {
            model = operation.applyTo(model);
        }
    }

    private DialectId dialectId() throws SQLException {
        try (Connection connection = online.connect()) {
            return dialect.id(dialect.version(connection.getMetaData()));
        }
    }

    private String id(int number) {
        return history.revisions().get(number).header().id().toString();
    }

    private static void assertIsAt(TestDatabase database, String revision) throws SQLException {
        assertThat(database.query("SELECT version_num FROM alembic_version"))
                .extracting(Map::values)
                .as("the version table's rows")
                .hasSize(1)
                .first()
                .asString()
                .isEqualTo("[" + revision + "]");
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect)
                .build();
    }

    @Override
    public void close() {
        online.close();
        offline.close();
    }
}
