package dev.aludel.cli;

import dev.aludel.error.MigrationException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into a message on standard error and an exit code. */
final class ErrorReport {

    private final RootCommand root;

    ErrorReport(RootCommand root) {
        this.root = root;
    }

    /** The command line made no sense. */
    static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try \"%s --help\".".formatted(command.getCommandSpec().qualifiedName()));
        return CommandLineMain.WRONG_USAGE;
    }

    /** A command failed; its own words are enough unless they are nobody's. */
    int failure(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("error: " + urlsRedacted(message(failure), parsed));
        if (root.showsStacktrace()) {
            failure.printStackTrace(err);
        }
        return CommandLineMain.FAILED;
    }

    private static String message(Exception failure) {
        return failure instanceof MigrationException
                ? String.valueOf(failure.getMessage())
                : "%s. This is a defect of the program: report it with what --stacktrace shows".formatted(failure);
    }

    /** Drivers like to repeat the URL that they were given, with the password in it. */
    private static String urlsRedacted(String message, ParseResult parsed) {
        String url = parsed.matchedOptionValue("--url", "");
        return url.isEmpty() ? message : new JdbcUrl(url).redact(message);
    }
}
