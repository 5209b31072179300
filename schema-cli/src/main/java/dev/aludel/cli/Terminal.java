package dev.aludel.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Who reads a stream. {@code System.console()} can't tell one stream from another.
 *
 * @param columns how wide the terminal is; empty where the stream is a file or a pipe, or the terminal can't go back on its
 *     line
 * @param colored whether colours are welcome, as far as nobody says otherwise
 * @param unicode whether box characters arrive as such
 */
record Terminal(Optional<Integer> columns, boolean colored, boolean unicode) {

    private static final int USUAL_WIDTH = 80;

    /** A file or a pipe. */
    static Terminal none() {
        return new Terminal(Optional.empty(), false, false);
    }

    /** A terminal in this environment; {@code NO_COLOR} keeps colours away whatever its value, unless that is empty. */
    static Terminal of(int columns, Map<String, String> environment, String encoding) {
        boolean colored = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(Optional.of(columns), colored, encoding.equalsIgnoreCase("UTF-8"));
    }

    /** What is behind standard output. */
    static Terminal ofOutput() {
        return of(SystemStream.Output);
    }

    /** What is behind standard error. */
    static Terminal ofError() {
        return of(SystemStream.Error);
    }

    /** Whether somebody watches. */
    boolean isThere() {
        return columns.isPresent();
    }

    private static Terminal of(SystemStream stream) {
        if (System.getenv().getOrDefault("TERM", "dumb").equals("dumb")) {
            return none();
        }
        try {
            TerminalProvider provider = TerminalProvider.load("exec");
            return provider.isSystemStream(stream)
                    ? of(width(provider, stream), System.getenv(), System.getProperty("native.encoding", ""))
                    : none();
        } catch (IOException unavailable) {
            return none();
        }
    }

    private static int width(TerminalProvider provider, SystemStream stream) {
        int width = provider.systemStreamWidth(stream);
        return width > 0 ? width : USUAL_WIDTH;
    }
}
