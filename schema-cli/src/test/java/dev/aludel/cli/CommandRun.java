package dev.aludel.cli;

import dev.aludel.history.History;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed, and its exit code. */
record CommandRun(int code, String out, String err) {

    /** Runs a command of the shop's program, which has no database of its own. */
    static CommandRun of(String... arguments) {
        return of(Defaults.forProgram("shop"), arguments);
    }

    static CommandRun of(Defaults defaults, String... arguments) {
        return of(new ShopHistory(), Terminal.none(), defaults, arguments);
    }

    /** Runs a command of {@code history} whose standard output is {@code terminal}. */
    static CommandRun of(History history, Terminal terminal, Defaults defaults, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineMain.commandLine(history, defaults, terminal, new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
