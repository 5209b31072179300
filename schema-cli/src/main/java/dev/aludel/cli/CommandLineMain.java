package dev.aludel.cli;

import dev.aludel.history.History;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The command line of a history. A program is one call:
 *
 * <pre>{@code
 * public static void main(String... arguments) {
 *     Defaults defaults = Defaults.forProgram("gateway-migrations").url("jdbc:sqlite:gateway.db");
 *     System.exit(CommandLineMain.run(new GatewayHistory(), defaults, arguments));
 * }
 * }</pre>
 *
 * <p>Dialects and drivers are found on the class path. Results go to standard output in UTF-8; progress, messages and
 * errors go to standard error.
 */
public final class CommandLineMain {

    /** The command did what it was asked for. */
    public static final int DONE = 0;

    /** The command failed; standard error says why, and what state the database is in. */
    public static final int FAILED = 1;

    /** The command line made no sense; nothing was done. */
    public static final int WRONG_USAGE = 2;

    private CommandLineMain() {}

    /**
     * Runs the command that {@code arguments} name.
     *
     * <p>What drivers log through {@code java.util.logging} is silenced, because they repeat on standard error what their
     * exceptions say, unless the program was started with a logging configuration of its own.
     *
     * <p>When the process is told to end meanwhile, by {@code SIGTERM} or {@code SIGINT}, the running statement is cancelled
     * and the command ends as a failed one does, with its locks released and a message that says what state the database is
     * in. The exit code is then 143 or 130.
     *
     * @return the exit code: {@link #DONE}, {@link #FAILED} or {@link #WRONG_USAGE}
     */
    public static int run(History history, Defaults defaults, String... arguments) {
        return run((out, err) -> commandLine(history, defaults, Terminal.ofOutput(), out, err), arguments);
    }

    /**
     * Runs the command that {@code arguments} name, along the history on the class path, or along the one of several that
     * {@code --history} names.
     *
     * @return the exit code: {@link #DONE}, {@link #FAILED} or {@link #WRONG_USAGE}
     */
    public static int run(Defaults defaults, String... arguments) {
        return run((out, err) -> commandLine(defaults, Terminal.ofOutput(), out, err), arguments);
    }

    private static int run(BiFunction<PrintWriter, PrintWriter, CommandLine> program, String... arguments) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().reset();
        }
        PrintWriter out = writer(System.out, StandardCharsets.UTF_8);
        PrintWriter err = writer(System.err, Charset.defaultCharset());
        try (TerminationHook hook = TerminationHook.install()) {
            int code = program.apply(out, err).execute(arguments);
            err.flush();
            return wasWritten(out, err) ? code : FAILED;
        }
    }

    /** All commands, and the choice among the histories on the class path. */
    static CommandLine commandLine(Defaults defaults, Terminal output, PrintWriter out, PrintWriter err) {
        RootCommand root = new RootCommand(output, new KnownDialects(defaults.dialects()));
        CommandLine program = new CommandLine(root);
        HistoryOption option = new HistoryOption(program);
        program.addMixin("history", option).addSubcommand(new HistoriesCommand());
        addCommands(program, new ChosenHistory(option::history), root);
        return configured(program, root, defaults).setOut(out).setErr(err);
    }

    /** All commands, with their errors turned into messages and exit codes. */
    static CommandLine commandLine(
            History history, Defaults defaults, Terminal output, PrintWriter out, PrintWriter err) {
        RootCommand root = new RootCommand(output, new KnownDialects(defaults.dialects()));
        CommandLine program = new CommandLine(root);
        addCommands(program, history, root);
        return configured(program, root, defaults).setOut(out).setErr(err);
    }

    private static void addCommands(CommandLine program, History history, RootCommand root) {
        program.addSubcommand(new CurrentCommand(history, root))
                .addSubcommand(new PlanCommand(history))
                .addSubcommand(new UpgradeCommand(history, root))
                .addSubcommand(new DowngradeCommand(history, root))
                .addSubcommand(new HistoryCommand(history, root))
                .addSubcommand(new HeadsCommand(history, root))
                .addSubcommand(new BranchesCommand(history))
                .addSubcommand(new ShowCommand(history))
                .addSubcommand(new StampCommand(history))
                .addSubcommand(new ResumeCommand(history, root))
                .addSubcommand(new EnsureVersionCommand(history))
                .addSubcommand(new LogCommand(history))
                .addSubcommand(new VerifyCommand(history))
                .addSubcommand(new RevisionCommand(history))
                .addSubcommand(new MergeCommand(history))
                .addSubcommand(new CheckHistoryCommand(history))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new CommandLine.HelpCommand());
    }

    private static CommandLine configured(CommandLine commandLine, RootCommand root, Defaults defaults) {
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        commandLine.setCommandName(defaults.program());
        commandLine.setDefaultValueProvider(new DefaultValues(defaults));
        // "-1" is a target, and picocli would take it for an option that nobody knows.
        commandLine.setUnmatchedOptionsArePositionalParams(true);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setColorScheme(ColorChoice.AUTO.colors(root.output()));
        commandLine.setParameterExceptionHandler(ErrorReport::wrongUsage);
        commandLine.setExecutionExceptionHandler(new ErrorReport(root)::failure);
        return commandLine;
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(stream, false, charset);
    }

    /** A script that was cut off by a full disk must not pass for a whole one. */
    private static boolean wasWritten(PrintWriter out, PrintWriter err) {
        if (!out.checkError() && !System.out.checkError()) {
            return true;
        }
        err.println("error: standard output could not be written whole");
        err.flush();
        return false;
    }
}
