package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists where lines part and meet. */
@Command(
        name = "branches",
        description = {
            "Prints branch points, merge points and branch labels. No database is asked.",
            "A branch point stands with the revisions that revise it, a merge point with those that it revises, a label"
                    + " with the revision that declares it."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
final class BranchesCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    BranchesCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        if (json.isAsked()) {
            console.result(new JsonRevisions(graph).branches());
            return CommandLineMain.DONE;
        }
        List<String> lines = lines(graph, RevisionLines.of(graph, console.colors()), console.colors());
        if (lines.isEmpty()) {
            console.say("no revision is a branch point or a merge point, and none has a label");
        }
        console.results(lines);
        return CommandLineMain.DONE;
    }

    private static List<String> lines(RevisionGraph graph, RevisionLines text, Colors colors) {
        List<String> lines = new ArrayList<>();
        for (RevisionId id : graph.branchPoints()) {
            lines.add(text.name(id));
            graph.children(id).forEach(child -> lines.add("    -> " + text.name(child)));
        }
        for (RevisionId id : graph.mergePoints()) {
            lines.add(text.name(id));
            graph.header(id).revises().forEach(parent -> lines.add("    <- " + text.name(parent)));
        }
        graph.labels().forEach((label, id) -> lines.add("%s: %s".formatted(colors.heading(label), colors.id(id))));
        return lines;
    }
}
