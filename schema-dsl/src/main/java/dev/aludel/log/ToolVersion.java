package dev.aludel.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that this library was built as. */
final class ToolVersion {

    private ToolVersion() {}

    /** {@code aludel 1.2.3}. */
    static String text() {
        try (InputStream version = ToolVersion.class.getResourceAsStream("version.txt")) {
            return version == null
                    ? "aludel"
                    : "aludel " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
