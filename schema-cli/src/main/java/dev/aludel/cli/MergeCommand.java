package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.history.History;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a revision that joins several. */
@Command(
        name = "merge",
        description = {
            "Writes the Java source of a revision that joins several lines, and prints its path. No database is asked.",
            "It takes part once it stands in its history's list: the line for that is shown."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} -m \"merge billing and tasks\"",
            "  ${COMMAND-FULL-NAME} -m \"merge billing and tasks\" billing@head 079e06e9b448",
            "",
            "Exit codes: 0 done; 1 failed, and nothing was written; 2 wrong usage."
        })
final class MergeCommand implements Callable<Integer> {

    private final History history;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "What it joins, heads unless there is --splice (default: all heads).")
    private List<String> targets = List.of();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    MergeCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        TargetParameter.requireNoOption(requireNonNull(spec).commandLine(), targets);
        source.report(
                Console.of(spec),
                json,
                source.writer(history).merge(source.draft().onto(targets.toArray(String[]::new))));
        return CommandLineMain.DONE;
    }
}
