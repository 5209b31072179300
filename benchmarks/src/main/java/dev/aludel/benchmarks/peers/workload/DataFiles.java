package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that hold a database. Files that have no name any more, as sorts use them, count while a watched process has
 * them open. Write-ahead and redo logs don't count: servers use old files again, so that they would tell what ran before.
 */
final class DataFiles {

    private static final String ANY = ".*";

    private final List<Place> places;
    private final Queue<Long> processes = new ConcurrentLinkedQueue<>();

    private DataFiles(List<Place> places) {
        this.places = places;
    }

    static DataFiles of(Address database) throws SQLException {
        return switch (database.product()) {
            case SQLITE -> ofSqlite(Path.of(database.url().substring("jdbc:sqlite:".length())));
            case POSTGRESQL -> ofPostgres(database);
            case MYSQL -> ofMySql(database);
        };
    }

    private static DataFiles ofSqlite(Path file) {
        String name = Optional.ofNullable(file.getFileName()).orElseThrow().toString();
        return new DataFiles(
                List.of(new Place(Optional.ofNullable(file.getParent()).orElseThrow(), Pattern.quote(name) + ANY)));
    }

    private static DataFiles ofPostgres(Address database) throws SQLException {
        Path base = Path.of(database.row("SHOW data_directory"), "base");
        String id = database.row("SELECT oid FROM pg_database WHERE datname = current_database()");
        return new DataFiles(List.of(new Place(base.resolve(id), ANY), new Place(base.resolve("pgsql_tmp"), ANY)));
    }

    private static DataFiles ofMySql(Address database) throws SQLException {
        Path data = Path.of(database.row("SELECT @@datadir"));
        DataFiles files = new DataFiles(List.of(
                new Place(data.resolve(database.row("SELECT DATABASE()")), ANY),
                new Place(data.resolve("#innodb_temp"), ANY),
                new Place(data, "(undo_|binlog|ibdata|ibtmp).*")));
        processIn(Path.of(database.row("SELECT @@pid_file"))).ifPresent(files::watch);
        return files;
    }

    private static Optional<Long> processIn(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException serverOfAnotherMachine) {
            return Optional.empty();
        }
    }

    void watch(long process) {
        processes.add(process);
    }

    long bytes() {
        return places.stream().mapToLong(Place::bytes).sum()
                + processes.stream().mapToLong(DataFiles::nameless).sum();
    }

    private static long nameless(long process) {
        return list(Path.of("/proc", String.valueOf(process), "fd")).stream()
                .filter(DataFiles::isNameless)
                .mapToLong(DataFiles::size)
                .sum();
    }

    private static boolean isNameless(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().endsWith(" (deleted)");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }

    /** The files of a folder whose names match. */
    private record Place(Path folder, String names) {

        long bytes() {
            return list(folder).stream()
                    .filter(this::matches)
                    .mapToLong(DataFiles::size)
                    .sum();
        }

        private boolean matches(Path file) {
            return Optional.ofNullable(file.getFileName())
                    .orElseThrow()
                    .toString()
                    .matches(names);
        }
    }
}
