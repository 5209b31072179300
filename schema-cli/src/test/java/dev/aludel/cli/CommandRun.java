package dev.aludel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed, and its exit code. */
record CommandRun(int code, String out, String err) {

    /** Runs a command of the shop's program, which has no database of its own. */
    static CommandRun of(String... arguments) {
        return of(Defaults.forProgram("shop"), arguments);
    }

    static CommandRun of(Defaults defaults, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineMain.commandLine(new ShopHistory(), defaults, new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
