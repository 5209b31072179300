package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
import java.util.Optional;
import java.util.function.BiFunction;

/** What upgrade and downgrade have in common: a run with its progress shown, or SQL in its place. */
record MigrationCommand(
        History history,
        TargetParameter target,
        DatabaseOptions database,
        ScriptOptions script,
        Console console,
        boolean verbose) {

    int run(
            String doing,
            BiFunction<Script.Builder, String, Script> render,
            BiFunction<Migrator, String, MigrationResult> migrate) {
        Optional<Script.Builder> asked = script.script(history, database.versionTable());
        if (asked.isPresent()) {
            console.out().print(render.apply(asked.get(), target.text()));
        } else if (target.isRange()) {
            throw script.wrongUsage("\"%s\" is a range, which goes with --sql: a run starts where the database stands"
                    .formatted(target.text()));
        } else {
            console.say("%s %s".formatted(doing, database.url()));
            report(migrate);
        }
        return CommandLineMain.DONE;
    }

    private void report(BiFunction<Migrator, String, MigrationResult> migrate) {
        try (Progress progress = Progress.on(console, verbose)) {
            Migrator migrator = database.migrator(history).listener(progress).build();
            MigrationResult result = migrate.apply(migrator, target.text());
            if (result.revisions().isEmpty()) {
                console.say("nothing to do");
            }
            console.results(RevisionLines.of(history).positions(migrator.current()));
        }
    }
}
