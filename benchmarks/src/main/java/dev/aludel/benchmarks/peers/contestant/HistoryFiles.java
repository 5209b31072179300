package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a tool finds the files of a history. */
final class HistoryFiles {

    private HistoryFiles() {}

    static Path folder(Path root, String tool, String history, Product product) {
        return root.resolve(tool).resolve(history).resolve(product.id());
    }

    /** Has the files written unless they are there. */
    static void once(Path folder, Writer writer) {
        if (Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            writer.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files. */
    @FunctionalInterface
    interface Writer {
        void write() throws IOException;
    }
}
