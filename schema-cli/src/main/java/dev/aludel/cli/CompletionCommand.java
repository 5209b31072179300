package dev.aludel.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Teaches shells the commands. */
@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands and options in bash and zsh, for a program that is called"
                    + " ${ROOT-COMMAND-NAME}."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} > completion.sh",
            "  source <(${COMMAND-FULL-NAME})",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong usage."
        })
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        CommandLine program = console.commandLine().getParent();
        console.out().print(AutoComplete.bash(program.getCommandName(), program));
        return CommandLineMain.DONE;
    }
}
