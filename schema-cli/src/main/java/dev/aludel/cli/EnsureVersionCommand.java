package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.offline.Script;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates the version table. */
@Command(
        name = "ensure-version",
        description = {
            "Creates the version table where it is missing, and does nothing else: for a database whose later runs may not"
                    + " create tables."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} --url jdbc:postgresql://localhost/app",
            "  ${COMMAND-FULL-NAME} --sql --dialect postgresql",
            "",
            "Exit codes: 0 done, or nothing to do; 1 failed; 2 wrong usage."
        })
final class EnsureVersionCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    EnsureVersionCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        String table = database.versionTable(history);
        Optional<Script.Builder> asked = script.script(history, table);
        if (asked.isPresent()) {
            print(asked.get());
        } else {
            ensure(table);
        }
        return CommandLineMain.DONE;
    }

    private void print(Script.Builder builder) {
        if (json.isAsked()) {
            throw script.wrongUsage("--sql prints a script, and --json a document: ask for one of them");
        }
        Console.of(spec).out().print(builder.ensureVersionTable());
    }

    private void ensure(String table) {
        Console console = Console.of(spec);
        boolean created = database.migrator(history).build().ensureVersionTable();
        console.say("the version table \"%s\" %s %s"
                .formatted(table, created ? "was created in" : "is there already in", database.url()));
        if (json.isAsked()) {
            console.result(JsonFields.create().text("versionTable", table).flag("created", created));
        }
    }
}
