package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells where a database stands. */
@Command(
        name = "current",
        description = {"Prints the revisions that the database stands at, one a line; nothing where none is applied."},
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} --verbose        with all that each says of itself",
            "  ${COMMAND-FULL-NAME} --check-heads    for a deployment: is the database up to date?",
            "",
            "Exit codes: 0 done, 1 failed or, with --check-heads, behind; 2 wrong usage."
        })
final class CurrentCommand implements Callable<Integer> {

    private final History history;
    private final RootCommand root;

    @Option(
            names = {"-c", "--check-heads"},
            description = "Exit with 1 unless every revision is applied, and say which are missing.")
    private boolean checksHeads;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    CurrentCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        Set<RevisionId> current = database.migrator(history).build().current();
        Optional<List<RevisionId>> missing = missing(graph, current);
        if (json.isAsked()) {
            console.result(document(graph, current, missing));
        } else {
            print(console, RevisionLines.of(graph, console.colors()), current);
        }
        return checksHeads ? check(console, missing) : CommandLineMain.DONE;
    }

    /** What is not applied; empty where the database stands at revisions that the history lacks, and nobody knows. */
    private Optional<List<RevisionId>> missing(RevisionGraph graph, Set<RevisionId> current) {
        boolean known = checksHeads || current.stream().allMatch(graph::contains);
        return known ? Optional.of(graph.pending(current)) : Optional.empty();
    }

    private JsonFields document(RevisionGraph graph, Set<RevisionId> current, Optional<List<RevisionId>> missing) {
        JsonRevisions revisions = new JsonRevisions(graph);
        JsonFields document =
                JsonFields.create().text("url", database.url()).objects("current", revisions.positions(current));
        return missing.map(ids -> document.texts("missing", ids))
                .orElseGet(() -> document.text("missing", Optional.empty()));
    }

    private void print(Console console, RevisionLines text, Set<RevisionId> current) {
        if (current.isEmpty()) {
            console.say("no revision is applied to %s".formatted(database.url()));
        }
        console.results(root.isVerbose() ? text.blocks(current) : text.positions(current));
    }

    private static int check(Console console, Optional<List<RevisionId>> missing) {
        List<RevisionId> behind = missing.orElseThrow();
        if (behind.isEmpty()) {
            return CommandLineMain.DONE;
        }
        console.say("the database is behind: %d of the history's revisions %s not applied: %s"
                .formatted(
                        behind.size(),
                        behind.size() == 1 ? "is" : "are",
                        behind.stream().map(RevisionId::value).collect(Collectors.joining(", "))));
        return CommandLineMain.FAILED;
    }
}
