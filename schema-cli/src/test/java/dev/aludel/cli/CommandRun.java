package dev.aludel.cli;

import dev.aludel.history.History;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BiFunction;
import picocli.CommandLine;

/** What a command printed, and its exit code. */
record CommandRun(int code, String out, String err) {

    /** Runs a command of the shop's program, which has no database of its own. */
    static CommandRun of(String... arguments) {
        return of(Defaults.forProgram("shop"), arguments);
    }

    static CommandRun of(Defaults defaults, String... arguments) {
        return of(new ShopHistory(), defaults, arguments);
    }

    static CommandRun of(History history, Defaults defaults, String... arguments) {
        return of(history, Terminal.none(), defaults, arguments);
    }

    /** Runs a command of {@code history} whose standard output is {@code terminal}. */
    static CommandRun of(History history, Terminal terminal, Defaults defaults, String... arguments) {
        return of((out, err) -> CommandLineMain.commandLine(history, defaults, terminal, out, err), arguments);
    }

    /** Runs a command along a history on the class path. */
    static CommandRun onClassPath(Defaults defaults, String... arguments) {
        return of((out, err) -> CommandLineMain.commandLine(defaults, Terminal.none(), out, err), arguments);
    }

    private static CommandRun of(BiFunction<PrintWriter, PrintWriter, CommandLine> program, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = program.apply(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
