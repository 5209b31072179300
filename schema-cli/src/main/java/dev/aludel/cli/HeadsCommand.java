package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the newest revisions. */
@Command(
        name = "heads",
        description = {
            "Prints the revisions that no other revises. No database is asked.",
            "They are several where branches were not merged."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} --verbose    with all that each says of itself",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
final class HeadsCommand implements Callable<Integer> {

    private final History history;
    private final RootCommand root;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    HeadsCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        List<RevisionId> heads = graph.heads();
        if (json.isAsked()) {
            console.result(JsonFields.create().objects("heads", new JsonRevisions(graph).revisions(heads)));
        } else {
            RevisionLines text = RevisionLines.of(graph, console.colors());
            console.results(root.isVerbose() ? text.blocks(heads) : text.positions(heads));
        }
        return CommandLineMain.DONE;
    }
}
