package dev.aludel.cli;

import dev.aludel.Migrator;
import dev.aludel.history.History;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a run would do. */
@Command(
        name = "plan",
        description = {
            "Prints what an upgrade, or a downgrade, would do to the database now, and does nothing of it.",
            "That is: the revisions in order, how each runs, its steps with their SQL, what every statement locks, and what"
                    + " is lost. \"upgrade TARGET --dry-run\" prints the same."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}                     all that is not applied yet",
            "  ${COMMAND-FULL-NAME} +1                  the next revision",
            "  ${COMMAND-FULL-NAME} -1 --downgrade      what would be taken back, and what would be lost?",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done, or nothing to do; 1 failed, as the run would before it begins; 2 wrong usage."
        })
final class PlanCommand implements Callable<Integer> {

    private final History history;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "Where to go, as of upgrade and downgrade (default: ${DEFAULT-VALUE}).")
    private String target = "";

    @Option(names = "--downgrade", description = "What \"downgrade TARGET\" would do.")
    private boolean down;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    PlanCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        TargetParameter.requireNoOption(console.commandLine(), List.of(target));
        Migrator migrator = database.migrator(history).build();
        PlanPrinting printing = new PlanPrinting(console, database.url(), json.isAsked());
        printing.print(down ? migrator.planDowngrade(target) : migrator.plan(target));
        return CommandLineMain.DONE;
    }
}
