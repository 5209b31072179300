package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.plan.RevisionDetails;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all of single revisions. */
@Command(
        name = "show",
        description = {
            "Prints what revisions say of themselves, and what their upgrades and downgrades do.",
            "Their SQL differs from database to database: \"plan\" shows it. A database is asked only for \"current\"."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} head        the newest revision",
            "  ${COMMAND-FULL-NAME} f6e7        the one whose id begins so",
            "  ${COMMAND-FULL-NAME} current     where the database stands",
            "  ${COMMAND-FULL-NAME} heads --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        })
final class ShowCommand implements Callable<Integer> {

    private final History history;

    @Parameters(
            arity = "1..*",
            paramLabel = "REVISION",
            description = {
                "An id, or the first four or more characters of it; a branch label; head, heads, current;"
                        + " or steps from one of them: head-1."
            })
    private List<String> targets = new ArrayList<>();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    ShowCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        TargetParameter.requireNoOption(console.commandLine(), targets);
        RevisionCatalog catalog = RevisionCatalog.of(history);
        List<RevisionDetails> all = resolved(catalog.graph()).stream()
                .map(id -> RevisionDetails.of(catalog, id))
                .toList();
        if (json.isAsked()) {
            JsonRevisions revisions = new JsonRevisions(catalog.graph());
            console.result(JsonFields.create().objects("revisions", all.stream().map(revisions::details)));
        } else {
            RevisionReport report =
                    new RevisionReport(RevisionLines.of(catalog.graph(), console.colors()), console.colors());
            console.results(all.stream()
                    .flatMap(details -> report.lines(details).stream())
                    .toList());
        }
        return CommandLineMain.DONE;
    }

    private Set<RevisionId> resolved(RevisionGraph graph) {
        boolean dependsOnCurrent = targets.stream().anyMatch(RevisionGraph::dependsOnCurrent);
        Set<RevisionId> rows =
                dependsOnCurrent ? database.migrator(history).build().current() : Set.of();
        Set<RevisionId> found = new LinkedHashSet<>();
        targets.forEach(target -> found.addAll(graph.resolve(rows, target)));
        return found;
    }
}
