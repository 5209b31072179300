package dev.aludel.cli;

import dev.aludel.history.History;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the newest revisions. */
@Command(
        name = "heads",
        description = {"Prints the revisions that no other revises, one a line. No database is asked."})
final class HeadsCommand implements Callable<Integer> {

    private final History history;

    @Spec
    private @Nullable CommandSpec spec;

    HeadsCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console.of(spec).results(RevisionLines.of(history).heads());
        return CommandLineMain.DONE;
    }
}
