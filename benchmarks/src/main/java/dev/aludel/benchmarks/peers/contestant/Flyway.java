package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.internal.license.VersionPrinter;

/** Flyway, with a file of SQL for each revision. */
public final class Flyway implements Contestant {

    private static final List<String> LIBRARIES = List.of("flyway-");

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        JavaProgram.run(new Flyway(), arguments);
    }

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public String title() {
        return "Flyway";
    }

    @Override
    public String version() {
        return VersionPrinter.getVersion();
    }

    @Override
    public void prepare(PeerHistory history, Product product, Path folder) {
        Path files = HistoryFiles.folder(folder, id(), history.name(), product);
        HistoryFiles.once(files, () -> write(history.plainChanges(product), files));
    }

    private static void write(List<Change> changes, Path files) throws IOException {
        for (int number = 0; number < changes.size(); number++) {
            Change change = changes.get(number);
            Files.writeString(
                    files.resolve("V%06d__%s.sql".formatted(number + 1, change.id())),
                    String.join(";\n", change.statements()) + ";\n");
        }
    }

    @Override
    public void migrate(Journey journey, Path folder) {
        Address database = journey.database();
        Path files = HistoryFiles.folder(folder, id(), journey.history(), database.product());
        org.flywaydb.core.Flyway.configure()
                .dataSource(new AddressDataSource(database))
                .locations("filesystem:" + files)
                .load()
                .migrate();
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
