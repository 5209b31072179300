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

/** Applies revisions. */
@Command(
        name = "upgrade",
        description = {"Applies revisions up to TARGET.", "Prints where the database stands afterwards."},
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} head     all revisions",
            "  ${COMMAND-FULL-NAME} +1       the next one",
            "  ${COMMAND-FULL-NAME} head --dry-run",
            "",
            "As SQL, from an empty database, and from revision FROM:",
            "  ${COMMAND-FULL-NAME} head --sql --dialect sqlite",
            "  ${COMMAND-FULL-NAME} FROM:TO --sql --dialect postgresql",
            "",
            "Exit codes: 0 done, or nothing to do; 1 failed, and what was done says the message; 2 wrong usage."
        })
final class UpgradeCommand implements Callable<Integer> {

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

    UpgradeCommand(History history, RootCommand root) {
        this.history = history;
        this.root = root;
    }

    @Override
    public Integer call() {
        MigrationCommand command =
                new MigrationCommand(history, target, database, script, options, Console.of(spec), root.isVerbose());
        return command.run(new MigrationCommand.Direction(
                "upgrading", Script.Builder::upgrade, Migrator::plan, Migrator::upgrade));
    }
}
