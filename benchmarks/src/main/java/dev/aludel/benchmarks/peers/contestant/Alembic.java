package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Python's Alembic, where its command is installed. */
public final class Alembic implements Contestant, AutoCloseable {

    private static final String COMMAND = "alembic";

    private final Path command;
    private final AlembicWorker worker;

    private Alembic(Path command, AlembicWorker worker) {
        this.command = command;
        this.worker = worker;
    }

    /** Finds the command on the path; there may be none. */
    public static Optional<Alembic> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, COMMAND))
                .filter(Files::isExecutable)
                .findFirst()
                .map(command -> new Alembic(command, new AlembicWorker(interpreter(command))));
    }

    /** The Python that the command runs on, by its first line. */
    private static String interpreter(Path command) {
        try (Stream<String> lines = Files.lines(command)) {
            return lines.findFirst().orElseThrow().replaceFirst("^#!\\s*", "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return COMMAND;
    }

    @Override
    public String title() {
        return "Alembic";
    }

    @Override
    public void prepare(PeerHistory history, Product product, Path folder) {
        Path files = files(history.name(), product, folder);
        HistoryFiles.once(files, () -> AlembicFiles.write(history, product, files));
    }

    /** As long as Python says, which has been at it before. */
    @Override
    public Duration warm(Journey journey, Path folder) throws IOException {
        return worker.ask(files(journey, folder), url(journey.database()), "upgrade");
    }

    @Override
    public void migrate(Journey journey, Path folder) throws IOException {
        warm(journey, folder);
    }

    @Override
    public boolean usesJdbc() {
        return false;
    }

    @Override
    public boolean writesScripts() {
        return true;
    }

    @Override
    public Duration offline(PeerHistory history, Product product, Path folder) throws IOException {
        String url =
                switch (product) {
                    case SQLITE -> "sqlite://";
                    case POSTGRESQL -> "postgresql+psycopg2://";
                    case MYSQL -> "mysql+pymysql://";
                };
        return worker.ask(files(history.name(), product, folder), url, "offline");
    }

    @Override
    public String version() {
        return worker.version();
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        Path files = files(journey, folder);
        return List.of(
                command.toString(),
                "-c",
                AlembicFiles.configuration(files, url(journey.database())).toString(),
                "upgrade",
                "head");
    }

    /** In a Python process that has loaded Alembic, and nothing of the scripts. */
    @Override
    public List<String> measured(Journey journey, Path folder, String heap) {
        return List.of(
                worker.python(),
                "-c",
                AlembicFiles.resource("journey.py"),
                files(journey, folder).toString(),
                url(journey.database()),
                journey.isDown() ? "downgrade" : "upgrade",
                journey.to());
    }

    private Path files(Journey journey, Path folder) {
        return files(journey.history(), journey.database().product(), folder);
    }

    private Path files(String history, Product product, Path folder) {
        return HistoryFiles.folder(folder, id(), history, product);
    }

    /** As SQLAlchemy spells it. */
    private static String url(Address database) {
        return switch (database.product()) {
            case SQLITE -> "sqlite:///" + database.name();
            case POSTGRESQL -> server("postgresql+psycopg2", database);
            case MYSQL -> server("mysql+pymysql", database);
        };
    }

    private static String server(String driver, Address database) {
        return "%s://%s:%s@127.0.0.1:%d/%s"
                .formatted(driver, database.user(), database.password(), database.port(), database.name());
    }

    @Override
    public void close() {
        worker.close();
    }
}
