package dev.aludel.cli;

import dev.aludel.history.History;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the revisions. */
@Command(
        name = "history",
        description = {"Prints all revisions, newest first, each with what it revises. No database is asked."})
final class HistoryCommand implements Callable<Integer> {

    private final History history;

    @Spec
    private @Nullable CommandSpec spec;

    HistoryCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console.of(spec).results(RevisionLines.of(history).all());
        return CommandLineMain.DONE;
    }
}
