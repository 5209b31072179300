package dev.aludel.cli;

import dev.aludel.Migrator;
import dev.aludel.history.History;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sets where a database stands. */
@Command(
        name = "stamp",
        description = {
            "Records that the database stands at TARGET, and runs nothing: for a database that came there by other means.",
            "Prints where the database stands afterwards."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} head    it has all that the revisions would make",
            "  ${COMMAND-FULL-NAME} base    it has nothing of it",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong usage."
        })
final class StampCommand implements Callable<Integer> {

    private final History history;

    @Mixin
    private final TargetParameter target = new TargetParameter();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    StampCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        String to = target.text();
        console.say("stamping %s".formatted(database.url()));
        Migrator migrator = database.migrator(history).build();
        migrator.stamp(to);
        console.results(RevisionLines.of(history).positions(migrator.current()));
        return CommandLineMain.DONE;
    }
}
