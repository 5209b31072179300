package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks: results to {@link #out}, everything else to {@link #err}.
 *
 * @param commandLine the command's own
 */
record Console(CommandLine commandLine) {

    /** The console of the command that {@code spec} belongs to, which picocli has set. */
    static Console of(@Nullable CommandSpec spec) {
        return new Console(requireNonNull(spec).commandLine());
    }

    PrintWriter out() {
        return commandLine.getOut();
    }

    PrintWriter err() {
        return commandLine.getErr();
    }

    /** How results may be coloured. */
    Colors colors() {
        return new Colors(commandLine.getColorScheme().ansi());
    }

    /** Prints a result, one line for each. */
    void results(Collection<?> lines) {
        lines.forEach(out()::println);
    }

    /** Prints the one result of a command that was asked for JSON. */
    void result(JsonFields document) {
        out().println(document);
    }

    /** Says something that is no result. */
    void say(String message) {
        err().println(message);
        err().flush();
    }
}
