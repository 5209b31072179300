package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.revision.RevisionId;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells where a database stands. */
@Command(
        name = "current",
        description = {"Prints the revisions that the database stands at, one a line; nothing where none is applied."})
final class CurrentCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    CurrentCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Set<RevisionId> current = database.migrator(history).build().current();
        if (current.isEmpty()) {
            console.say("no revision is applied to %s".formatted(database.url()));
        }
        console.results(RevisionLines.of(history).positions(current));
        return CommandLineMain.DONE;
    }
}
