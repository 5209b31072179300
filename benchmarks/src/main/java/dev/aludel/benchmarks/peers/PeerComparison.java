package dev.aludel.benchmarks.peers;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures Aludel and its peers on the same work, and writes what came out on a page. */
@Command(
        name = "peer-comparison",
        mixinStandardHelpOptions = true,
        subcommands = {MeasureCommand.class, ReportCommand.class},
        description = "Measures Aludel and its peers on the same work, and writes what came out on a page.")
public final class PeerComparison {

    private PeerComparison() {}

    /** Runs a command, and exits with its code. */
    public static void main(String... arguments) {
        CommandLine commandLine = new CommandLine(new PeerComparison()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }
}
