package dev.aludel.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, and what all its commands share. */
@Command(
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        descriptionHeading = "%n",
        footerHeading = "%n",
        description = "Takes a database along its schema history.",
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} current",
            "  ${ROOT-COMMAND-NAME} plan",
            "  ${ROOT-COMMAND-NAME} upgrade head",
            "  ${ROOT-COMMAND-NAME} upgrade head --url jdbc:postgresql://localhost/app",
            "  ${ROOT-COMMAND-NAME} upgrade head --sql --dialect postgresql@15",
            "  ${ROOT-COMMAND-NAME} downgrade -1",
            "  ${ROOT-COMMAND-NAME} COMMAND --help",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage.",
            "Results go to standard output, with --json as one document; everything else to standard error."
        })
final class RootCommand implements Callable<Integer> {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more: of a run each statement, of a revision all that it declares.")
    private boolean verbose;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure arose.")
    private boolean stacktrace;

    @Spec
    private @Nullable CommandSpec spec;

    private final Terminal output;
    private final KnownDialects dialects;

    /** @param output what is behind standard output */
    RootCommand(Terminal output, KnownDialects dialects) {
        this.output = output;
        this.dialects = dialects;
    }

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "Colour what goes to standard output: auto, which is on a terminal without NO_COLOR in its"
                    + " environment; always; never.")
    void color(ColorChoice choice) {
        Console.of(spec).commandLine().setColorScheme(choice.colors(output));
    }

    Terminal output() {
        return output;
    }

    KnownDialects dialects() {
        return dialects;
    }

    boolean isVerbose() {
        return verbose;
    }

    boolean showsStacktrace() {
        return stacktrace;
    }

    /** The program was called without a command. */
    @Override
    public Integer call() {
        Console console = Console.of(spec);
        console.commandLine().usage(console.err());
        return CommandLineMain.WRONG_USAGE;
    }
}
