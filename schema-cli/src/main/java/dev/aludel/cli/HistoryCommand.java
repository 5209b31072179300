package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the revisions. */
@Command(
        name = "history",
        description = {
            "Prints the revisions, newest first.",
            "On a terminal they are drawn with lines to what they revise; elsewhere that stands before each.",
            "A database is asked only for --indicate-current, and where the range names \"current\"."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} --verbose              with all that each says of itself",
            "  ${COMMAND-FULL-NAME} --indicate-current     where is the database?",
            "  ${COMMAND-FULL-NAME} --range current:       what would be next?",
            "  ${COMMAND-FULL-NAME} --range -3:            the latest ones",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
final class HistoryCommand implements Callable<Integer> {

    private final History history;
    private final RootCommand root;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = {
                "Only TO and what it requires, down to FROM. Without FROM, down to base; without TO, from all heads.",
                "Each is a target, as of upgrade, or \"current\"."
            })
    private String range = ":";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database where it stands, and mark that.")
    private boolean indicatesCurrent;

    @Option(
            names = "--graph",
            negatable = true,
            description = "Draw lines from each revision to those that it revises, or don't (default: on a terminal).")
    private @Nullable Boolean drawn;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    HistoryCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    @Override
    public Integer call() {
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        String whole = range.contains(":") ? range : ":" + range;
        boolean dependsOnCurrent = RevisionGraph.dependsOnCurrent(whole);
        Optional<Set<RevisionId>> current = indicatesCurrent || dependsOnCurrent
                ? Optional.of(database.migrator(history).build().current())
                : Optional.empty();
        List<Header> headers = graph.history(whole, dependsOnCurrent ? current.orElseThrow() : Set.of());
        print(graph, headers, current);
        return CommandLineMain.DONE;
    }

    private void print(RevisionGraph graph, List<Header> headers, Optional<Set<RevisionId>> current) {
        Console console = Console.of(spec);
        if (json.isAsked()) {
            console.result(new JsonRevisions(graph).history(headers, current));
            return;
        }
        RevisionLines text = RevisionLines.of(graph, console.colors()).marking(current.orElse(Set.of()));
        boolean draws = drawn == null ? root.output().isThere() : drawn;
        console.results(draws ? drawing(headers, text) : list(headers, text));
    }

    private List<String> drawing(List<Header> headers, RevisionLines text) {
        return new HistoryDrawing(root.output().unicode())
                .lines(headers, header -> root.isVerbose() ? text.block(header) : List.of(text.withoutParents(header)));
    }

    private List<String> list(List<Header> headers, RevisionLines text) {
        return headers.stream()
                .flatMap(header ->
                        root.isVerbose() ? text.block(header).stream() : List.of(text.withParents(header)).stream())
                .toList();
    }
}
