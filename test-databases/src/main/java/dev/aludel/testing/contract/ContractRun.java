package dev.aludel.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.dialect.Dialect;
import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import dev.aludel.offline.OfflineException;
import dev.aludel.offline.Script;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.plan.UnsupportedOperationOnDialect;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.provision.ProgramResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One case of the contract on one kind of database. */
public final class ContractRun {

    private final Dialect dialect;
    private final ContractCase contractCase;
    private final TestDatabase online;
    private final TestDatabase offline;
    private final TestDatabase expected;
    private final LambdaHistory history;
    private final Migrator migrator;

    /**
     * A run of {@code contractCase} on three empty databases of one kind: one for the migration, one for the script, one for
     * the schema that the model says.
     */
    public ContractRun(
            Dialect dialect,
            ContractCase contractCase,
            TestDatabase online,
            TestDatabase offline,
            TestDatabase expected) {
        this.dialect = dialect;
        this.contractCase = contractCase;
        this.online = online;
        this.offline = offline;
        this.expected = expected;
        this.history = new LambdaHistory().then("start", contractCase.before()).then("change", contractCase.change());
        this.migrator = Migrator.on(online.dataSource())
                .history(history)
                .dialect(dialect)
                .build();
    }

    /** The change is refused while planning, and leaves no trace. */
    public void isRefused() throws SQLException {
        fill(online);
        LiveSchema before = LiveSchema.of(online, dialect);

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(UnsupportedOperationOnDialect.class)
                .hasMessageContaining("revision \"change\"");
        assertThat(LiveSchema.of(online, dialect)).isEqualTo(before);
    }

    /** The change goes up, down and up again, online and by script, and no row is lost. */
    public void keepsTheContract() throws SQLException {
        keepsTheContract(this::offlineDoesTheSame);
    }

    /** The change goes up, down and up again, and a script of it is refused. */
    public void keepsTheContractInRuns() throws SQLException {
        keepsTheContract((after, rows) -> assertThatThrownBy(this::script)
                .as("a script")
                .isInstanceOfAny(UnsupportedOperationOnDialect.class, OfflineException.class));
    }

    private void keepsTheContract(Offline offlineCheck) throws SQLException {
        fill(online);
        LiveSchema before = LiveSchema.of(online, dialect);
        LiveRows rowsBefore = LiveRows.of(online);

        migrator.upgrade("head");
        LiveSchema after = LiveSchema.of(online, dialect);
        LiveRows rowsAfter = LiveRows.of(online);
        assertThat(after).as("the schema after the upgrade is the model's").isEqualTo(modelled(after));
        rowsAfter.assertKeptFrom(rowsBefore);

        offlineCheck.of(after, rowsAfter);

        migrator.downgrade("start");
        assertThat(LiveSchema.of(online, dialect))
                .as("the downgrade brings the schema back")
                .isEqualTo(before);
        LiveRows.of(online).assertKeptFrom(rowsAfter);

        migrator.upgrade("head");
        assertThat(LiveSchema.of(online, dialect))
                .as("another upgrade leads to the same schema")
                .isEqualTo(after);
    }

    private void offlineDoesTheSame(LiveSchema after, LiveRows rows) throws SQLException {
        fill(offline);
        String sql = script();
        ProgramResult result = offline.nativeClient(sql);
        assertThat(result.exitCode()).as(result.stderr() + "\n" + sql).isZero();
        assertThat(LiveSchema.of(offline, dialect))
                .as("the offline script leads to the same schema:\n" + sql)
                .isEqualTo(after);
        LiveRows.of(offline).assertKeptFrom(rows);
    }

    private String script() {
        Script.Builder script = Script.of(history, dialect);
        boolean isMariaDb = offline.kind() == DatabaseKind.MARIADB;
        return (isMariaDb ? script.version("10.11-MariaDB") : script)
                .upgrade("start:change")
                .toString();
    }

    /** What is asked of the script, given what a run left. */
    @FunctionalInterface
    private interface Offline {
        void of(LiveSchema after, LiveRows rows) throws SQLException;
    }

    private void fill(TestDatabase database) throws SQLException {
        Migrator.on(database.dataSource())
                .history(history)
                .dialect(dialect)
                .build()
                .upgrade("start");
        database.execute(contractCase.rows().toArray(String[]::new));
    }

    /** The schema that the model says, created whole on a database of its own. */
    private LiveSchema modelled(LiveSchema after) throws SQLException {
        List<Operation> operations = new ArrayList<>(Schema.record(contractCase.before()));
        operations.addAll(Schema.record(contractCase.change()));
        SchemaModel model = SchemaModel.empty();
        for (Operation operation : DialectBranch.resolve(operations, idOf(expected))) {
            model = operation.applyTo(model);
        }
        LiveSchema modelled = LiveSchema.created(expected, dialect, model);
        // What raw SQL makes without saying so, the model can't know.
        return model.objects().isEmpty() ? modelled.withObjects(after.objects()) : modelled;
    }

    private DialectId idOf(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return dialect.id(dialect.version(connection.getMetaData()));
        }
    }
}
