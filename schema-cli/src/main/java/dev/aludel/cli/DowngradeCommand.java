package dev.aludel.cli;

import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes revisions back. */
@Command(
        name = "downgrade",
        description = {"Takes revisions back, down to TARGET.", "Prints where the database stands afterwards."},
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} -1       the latest revision",
            "  ${COMMAND-FULL-NAME} base     all of them",
            "  ${COMMAND-FULL-NAME} -1 --dry-run    what would be lost?",
            "",
            "As SQL, from revision FROM down to TO:",
            "  ${COMMAND-FULL-NAME} FROM:TO --sql --dialect mysql",
            "",
            "What a revision dropped comes back in its shape, without the rows that it held.",
            "",
            "Exit codes: 0 done, or nothing to do; 1 failed, and what was done says the message; 2 wrong usage."
        })
final class DowngradeCommand implements Callable<Integer> {

    private final History history;
    private final RootCommand root;

    @Mixin
    private final TargetParameter target = new TargetParameter();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Spec
    private @Nullable CommandSpec spec;

    DowngradeCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    @Override
    public Integer call() {
        MigrationCommand command =
                new MigrationCommand(history, target, database, script, options, Console.of(spec), root.isVerbose());
        return command.run(new MigrationCommand.Direction(
                "downgrading", this::render, Migrator::planDowngrade, Migrator::downgrade));
    }

    private Script render(Script.Builder builder, String range) {
        if (!target.isRange()) {
            throw script.wrongUsage(
                    "downgrade --sql needs a range FROM:TO, because no database is asked where it stands: head:%s"
                            .formatted(range));
        }
        return builder.downgrade(range);
    }
}
