package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.GatewayPeerHistory;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that Alembic reads: its environment, and a Python file for each revision. */
final class AlembicFiles {

    private AlembicFiles() {}

    static void write(PeerHistory history, Product product, Path folder) throws IOException {
        Path versions = Files.createDirectory(folder.resolve("versions"));
        Files.writeString(folder.resolve("env.py"), resource("env.py"));
        List<String> ids = history.ids();
        for (int number = 0; number < ids.size(); number++) {
            Files.writeString(versions.resolve(ids.get(number) + ".py"), revision(history, product, number));
        }
    }

    private static String revision(PeerHistory history, Product product, int number) {
        String id = history.ids().get(number);
        if (!history.name().equals(GatewayPeerHistory.NAME)) {
            return ofLine(id, number);
        }
        return resource("gateway/%s.py".formatted(id))
                .replace("${up}", conversion(product, true))
                .replace("${down}", conversion(product, false));
    }

    private static String conversion(Product product, boolean up) {
        return String.join(";\n", Conversion.ALEMBIC.change(product, up).statements());
    }

    private static String ofLine(String id, int number) {
        String before = number == 0 ? "None" : "\"r%06d\"".formatted(number - 1);
        return resource(number % 2 == 0 ? "create_table.py" : "add_column.py")
                .replace("${revision}", id)
                .replace("${down_revision}", before)
                .replace("${table}", "table_" + number / 2);
    }

    /** Writes a configuration for one database beside the scripts. */
    static Path configuration(Path folder, String url) {
        try {
            return Files.writeString(
                    folder.resolve("alembic.ini"),
                    "[alembic]\nscript_location = %s\nsqlalchemy.url = %s\n".formatted(folder, url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (InputStream file = Optional.ofNullable(AlembicFiles.class.getResourceAsStream(name))
                .orElseThrow()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
