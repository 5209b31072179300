package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.log.Assumption;
import dev.aludel.revision.RevisionGraph;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends a revision that a run left applied in part. */
@Command(
        name = "resume",
        description = {
            "Ends the revision that an earlier run left applied in part, where the database commits each statement by"
                    + " itself.",
            "Prints where the database stands afterwards."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --assume-not-applied",
            "",
            "Exit codes: 0 done; 1 failed, or there is nothing to resume; 2 wrong usage."
        })
final class ResumeCommand implements Callable<Integer> {

    private final History history;
    private final RootCommand root;

    @ArgGroup
    private @Nullable Doubt doubt;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final TagOption tag = new TagOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    ResumeCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    /** What became of a statement that nobody but a person can tell about. */
    private static final class Doubt {

        @Option(
                names = "--assume-applied",
                required = true,
                description = "The statement in doubt took effect: go on behind it.")
        private boolean applied;

        @Option(
                names = "--assume-not-applied",
                required = true,
                description = "The statement in doubt took no effect: run it again.")
        private boolean notApplied;

        Optional<Assumption> assumption() {
            if (applied) {
                return Optional.of(Assumption.APPLIED);
            }
            return notApplied ? Optional.of(Assumption.NOT_APPLIED) : Optional.empty();
        }
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        console.say("resuming %s".formatted(database.url()));
        try (Progress progress = Progress.on(console, root.isVerbose())) {
            Migrator migrator =
                    tag.on(database.migrator(history)).listener(progress).build();
            report(console, resumed(migrator), migrator);
        }
        return CommandLineMain.DONE;
    }

    private MigrationResult resumed(Migrator migrator) {
        Optional<Assumption> known = doubt == null ? Optional.empty() : doubt.assumption();
        return known.map(migrator::resume).orElseGet(migrator::resume);
    }

    private void report(Console console, MigrationResult result, Migrator migrator) {
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        if (json.isAsked()) {
            console.result(new JsonRevisions(graph).run(database.url(), result, migrator.current()));
        } else {
            console.results(RevisionLines.of(graph, console.colors()).positions(migrator.current()));
        }
    }
}
