package dev.aludel.cli;

import dev.aludel.history.History;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a new revision. */
@Command(
        name = "revision",
        description = {
            "Writes the Java source of a new revision, and prints its path. No database is asked.",
            "It takes part once it stands in its history's list: the line for that is shown."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} -m \"add tasks\"",
            "  ${COMMAND-FULL-NAME} -m \"add invoices\" --head base --branch-label billing",
            "",
            "Exit codes: 0 done; 1 failed, and nothing was written; 2 wrong usage."
        })
final class RevisionCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(
            names = {"--head", "--revises"},
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "The revision that it revises, a head unless there is --splice; base for a new root (default:"
                    + " ${DEFAULT-VALUE}).")
    private String parent = "";

    @Option(
            names = "--depends-on",
            paramLabel = "TARGET",
            description = "A revision or a branch label that must be applied before it; may be given several times.")
    private List<String> dependencies = List.of();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    RevisionCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        source.report(
                Console.of(spec),
                json,
                source.writer(history)
                        .revision(source.draft().onto(parent).dependsOn(dependencies.toArray(String[]::new))));
        return CommandLineMain.DONE;
    }
}
