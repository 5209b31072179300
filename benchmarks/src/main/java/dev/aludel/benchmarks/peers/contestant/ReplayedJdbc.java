package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.Migrator;
import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.execute.MigrationListener;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * JDBC that sends the statements that Aludel executed, in as few round trips as the driver allows: what is left of Aludel
 * without its checks, its log and its lock.
 */
public final class ReplayedJdbc implements Contestant {

    public static final String ID = "raw-same";

    private static final List<String> LIBRARIES = List.of("schema-dsl", "gateway-migrations", "guava");
    private static final String STATEMENTS = "statements.sql";
    private static final String END = "\n-- the next statement\n";

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        JavaProgram.run(new ReplayedJdbc(), arguments);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "raw JDBC, Aludel's statements";
    }

    @Override
    public void prepare(PeerHistory history, Product product, Path folder) {
        Path files = HistoryFiles.folder(folder, ID, history.name(), product);
        HistoryFiles.once(
                files, () -> Files.writeString(files.resolve(STATEMENTS), String.join(END, record(history, product))));
    }

    private static List<String> record(PeerHistory history, Product product) {
        Recorder recorder = new Recorder(new ArrayList<>());
        try (TestDatabase database = Databases.create(product)) {
            Migrator.on(database.dataSource())
                    .history(history.revisions())
                    .listener(recorder)
                    .build()
                    .upgrade(history.head());
        }
        return recorder.statements();
    }

    @Override
    public void migrate(Journey journey, Path folder) throws SQLException, IOException {
        if (journey.isNowhere()) {
            RawJdbc.atOnce().migrate(journey, folder);
            return;
        }
        Address database = RawStatements.address(journey.database());
        Path files = HistoryFiles.folder(folder, ID, journey.history(), database.product());
        List<String> statements =
                List.of(Files.readString(files.resolve(STATEMENTS)).split(END));
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            RawStatements.execute(
                    database.product(), connection, statement, new Change(journey.to(), List.of(), statements));
        }
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }

    private record Recorder(List<String> statements) implements MigrationListener {

        @Override
        public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
            if (action instanceof Statement statement) {
                statements.add(statement.sql().text());
            }
        }
    }
}
