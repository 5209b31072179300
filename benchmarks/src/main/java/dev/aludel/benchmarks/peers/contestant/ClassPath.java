package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of this JVM's class path that one tool needs. */
final class ClassPath {

    /** The programs themselves, and who logs nothing for all. */
    private static final List<String> ALWAYS = List.of("benchmarks", "classes", "slf4j-api", "slf4j-nop");

    private ClassPath() {}

    /** @param libraries how the names of archives and folders begin */
    static String of(List<String> libraries, Product product) {
        List<String> wanted = Stream.of(ALWAYS, libraries, List.of(driver(product)))
                .flatMap(List::stream)
                .toList();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        wanted.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String driver(Product product) {
        return switch (product) {
            case SQLITE -> "sqlite-jdbc";
            case POSTGRESQL -> "postgresql";
            case MYSQL -> "mysql-connector";
        };
    }
}
