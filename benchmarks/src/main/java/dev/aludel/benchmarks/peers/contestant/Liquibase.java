package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import liquibase.util.LiquibaseUtil;

/** Liquibase, with one change log of formatted SQL that has a change set for each revision. */
public final class Liquibase implements Contestant {

    private static final List<String> LIBRARIES = List.of("liquibase-", "opencsv", "snakeyaml", "jaxb-api", "commons-");
    private static final String CHANGE_LOG = "changelog.sql";

    /** Held here, since loggers that nobody holds forget their level: lines on a terminal would take time. */
    private static final Logger LOGGER = Logger.getLogger("liquibase");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        JavaProgram.run(new Liquibase(), arguments);
    }

    @Override
    public String id() {
        return "liquibase";
    }

    @Override
    public String title() {
        return "Liquibase";
    }

    @Override
    public String version() {
        return LiquibaseUtil.getBuildVersion();
    }

    @Override
    public void prepare(PeerHistory history, Product product, Path folder) {
        Path files = HistoryFiles.folder(folder, id(), history.name(), product);
        HistoryFiles.once(files, () -> write(history.plainChanges(product), files.resolve(CHANGE_LOG)));
    }

    private static void write(List<Change> changes, Path file) throws IOException {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        for (Change change : changes) {
            text.append("\n--changeset peers:%s\n".formatted(change.id()))
                    .append(String.join(";\n", change.statements()))
                    .append(";\n");
        }
        Files.writeString(file, text);
    }

    @Override
    public void migrate(Journey journey, Path folder) throws Exception {
        Path files = HistoryFiles.folder(
                folder, id(), journey.history(), journey.database().product());
        try (Connection connection = journey.database().connect()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            inScope(files, () -> update(database));
            database.close();
        }
    }

    @Override
    public boolean writesScripts() {
        return true;
    }

    /** For a database that is known by its product only, to which nothing was applied. */
    @Override
    public Duration offline(PeerHistory history, Product product, Path folder) throws Exception {
        Path files = HistoryFiles.folder(folder, id(), history.name(), product);
        Path applied = files.resolve("applied.csv");
        Files.deleteIfExists(applied);
        long begin = System.nanoTime();
        inScope(files, () -> new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                .addArgumentValue(
                        DbUrlConnectionArgumentsCommandStep.URL_ARG,
                        "offline:%s?changeLogFile=%s".formatted(product.id(), applied))
                .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, CHANGE_LOG)
                .setOutput(new ByteArrayOutputStream())
                .execute());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void inScope(Path files, Scope.ScopedRunner<?> work) throws Exception {
        Map<String, Object> values = Map.of(
                Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(files),
                Scope.Attr.ui.name(), new LoggerUIService());
        Scope.child(values, work);
    }

    private static void update(Database database) throws Exception {
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGE_LOG)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
