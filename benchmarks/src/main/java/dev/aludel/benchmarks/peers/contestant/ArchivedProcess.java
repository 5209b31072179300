package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Databases;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import dev.aludel.testing.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program of a Java contestant, started as the page on the command line says for programs that are gone soon: with an
 * archive of the classes that a first run loaded, compiled once and no further, by a collector of one thread.
 */
public record ArchivedProcess(Contestant of) implements Contestant {

    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @Override
    public String id() {
        return of.id() + "-archive";
    }

    @Override
    public String title() {
        return of.title() + ", archive of classes";
    }

    @Override
    public boolean takesPartHere() {
        return false;
    }

    @Override
    public void migrate(Journey journey, Path folder) throws Exception {
        of.migrate(journey, folder);
    }

    /** Runs the program once, which writes the archive. */
    @Override
    public void prepare(PeerHistory history, Product product, Path folder) {
        of.prepare(history, product, folder);
        Path files = files(folder, history.name(), product);
        HistoryFiles.once(files, () -> {
            try (TestDatabase database = Databases.create(product)) {
                Journey up = Journey.up(Databases.address(database), history);
                Child.run(started(up, folder, "-XX:ArchiveClassesAtExit=" + archive(files)));
            }
        });
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        Path files = files(folder, journey.history(), journey.database().product());
        return started(journey, folder, "-XX:SharedArchiveFile=" + archive(files));
    }

    private List<String> started(Journey journey, Path folder, String option) {
        List<String> command = new ArrayList<>(of.command(journey, folder));
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, archives(command.get(classPath), folder));
        command.addAll(1, SHORT_LIVED);
        command.add(1, option);
        return List.copyOf(command);
    }

    /** The class path with jars in place of folders, whose classes go to no archive. */
    private static String archives(String classPath, Path folder) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Path classes, Path folder) {
        Path jar = folder.resolve(
                classes.toAbsolutePath().toString().replace('/', '-').substring(1) + ".jar");
        if (!Files.exists(jar)) {
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
        }
        return jar.toString();
    }

    private Path files(Path folder, String history, Product product) {
        return HistoryFiles.folder(folder, id(), history, product);
    }

    private static Path archive(Path files) {
        return files.resolve("classes.jsa");
    }
}
