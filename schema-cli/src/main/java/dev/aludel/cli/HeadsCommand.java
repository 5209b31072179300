package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionGraph;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the newest revisions. */
@Command(
        name = "heads",
        description = {"Prints the revisions that no other revises, one a line. No database is asked."})
final class HeadsCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    HeadsCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        if (json.isAsked()) {
            console.result(JsonFields.create().objects("heads", new JsonRevisions(graph).revisions(graph.heads())));
        } else {
            console.results(RevisionLines.of(history).heads());
        }
        return CommandLineMain.DONE;
    }
}
