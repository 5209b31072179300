package dev.aludel.cli;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The terminal behind standard error. {@code System.console()} asks about the other two streams only. */
final class ErrorTerminal {

    private static final int USUAL_WIDTH = 80;

    private ErrorTerminal() {}

    /** How wide it is; empty where standard error is a file or a pipe, or the terminal can't go back on its line. */
    static Optional<Integer> columns() {
        String type = System.getenv().getOrDefault("TERM", "dumb");
        if (type.equals("dumb")) {
            return Optional.empty();
        }
        try {
            TerminalProvider provider = TerminalProvider.load("exec");
            return provider.isSystemStream(SystemStream.Error) ? Optional.of(width(provider)) : Optional.empty();
        } catch (IOException unavailable) {
            return Optional.empty();
        }
    }

    private static int width(TerminalProvider provider) {
        int width = provider.systemStreamWidth(SystemStream.Error);
        return width > 0 ? width : USUAL_WIDTH;
    }
}
