package dev.aludel.benchmarks.peers.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of statements, each of which ends with a semicolon at the end of a line. */
final class SqlFile {

    /** Stands for the time of the migration, in milliseconds since 1970-01-01T00:00:00Z. */
    private static final String NOW = "${now}";

    private SqlFile() {}

    /** The statements of a file beside this class; none where there is no such file. */
    static List<String> statements(String path) {
        return text(path).map(SqlFile::split).orElseGet(List::of);
    }

    private static List<String> split(String text) {
        String now = String.valueOf(System.currentTimeMillis());
        return Stream.of(text.replace(NOW, now).split(";\\s*\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static Optional<String> text(String path) {
        try (InputStream file = SqlFile.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
