package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.offline.Script;
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

/** Sets where a database stands. */
@Command(
        name = "stamp",
        description = {
            "Records that the database stands at each TARGET, and runs nothing: for a database that came there by other"
                    + " means.",
            "Prints where the database stands afterwards."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} head            it has all that the revisions would make",
            "  ${COMMAND-FULL-NAME} base            it has nothing of it",
            "  ${COMMAND-FULL-NAME} head --purge    the same as the first, whatever was recorded before",
            "",
            "As SQL, on an empty version table, and from revision FROM:",
            "  ${COMMAND-FULL-NAME} head --sql --dialect sqlite",
            "  ${COMMAND-FULL-NAME} FROM:TO --sql --dialect postgresql",
            "",
            "Exit codes: 0 done, or nothing to do; 1 failed; 2 wrong usage."
        })
final class StampCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final TargetsParameter targets = new TargetsParameter();

    @Option(names = "--purge", description = "Forget first what is recorded, even revisions that the history lacks.")
    private boolean purge;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final TagOption tag = new TagOption();

    @Spec
    private @Nullable CommandSpec spec;

    StampCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        List<String> to = targets.texts();
        Optional<Script.Builder> asked = script.script(history, database.versionTable(history));
        if (asked.isPresent()) {
            print(asked.get(), to);
        } else {
            stamp(to);
        }
        return CommandLineMain.DONE;
    }

    private void print(Script.Builder builder, List<String> to) {
        tag.requireNone(script);
        if (json.isAsked()) {
            throw script.wrongUsage("--sql prints a script, and --json a document: ask for one of them");
        }
        if (purge) {
            throw script.wrongUsage("--purge needs the database, to see what goes: with --sql say FROM:TO");
        }
        Script rendered = builder.stamp(to.get(0), to.subList(1, to.size()).toArray(String[]::new));
        Console.of(spec).out().print(rendered);
    }

    private void stamp(List<String> to) {
        to.stream().filter(target -> target.contains(":")).findFirst().ifPresent(range -> {
            throw script.wrongUsage(
                    "\"%s\" is a range, which goes with --sql: a stamp replaces what is recorded".formatted(range));
        });
        Console console = Console.of(spec);
        console.say("stamping %s".formatted(database.url()));
        Migrator migrator = tag.on(database.migrator(history)).build();
        String[] goals = to.toArray(String[]::new);
        MigrationResult result = purge ? migrator.stampPurging(goals) : migrator.stamp(goals);
        if (result.revisions().isEmpty()) {
            console.say("nothing to do");
        }
        result.notes().forEach(console::say);
        report(console, result, migrator.current());
    }

    private void report(Console console, MigrationResult result, Set<RevisionId> current) {
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        if (json.isAsked()) {
            console.result(new JsonRevisions(graph).run(database.url(), result, current));
        } else {
            console.results(RevisionLines.of(graph, console.colors()).positions(current));
        }
    }
}
