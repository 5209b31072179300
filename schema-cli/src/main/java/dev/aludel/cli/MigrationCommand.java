package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
        String to = target.text();
        Optional<Script.Builder> asked = script.script(history, database.versionTable());
        if (asked.isPresent()) {
            console.out().print(render.apply(asked.get(), to));
        } else if (target.isRange()) {
            throw script.wrongUsage(
                    "\"%s\" is a range, which goes with --sql: a run starts where the database stands".formatted(to));
        } else {
            console.say("%s %s".formatted(doing, database.url()));
            report(migrator -> migrate.apply(migrator, to));
        }
        return CommandLineMain.DONE;
    }

    private void report(Function<Migrator, MigrationResult> migrate) {
        try (Progress progress = Progress.on(console, verbose)) {
            Migrator migrator = database.migrator(history).listener(progress).build();
            MigrationResult result = migrate.apply(migrator);
            if (result.revisions().isEmpty()) {
                console.say("nothing to do");
            }
            result.notes().forEach(console::say);
            console.results(RevisionLines.of(history).positions(migrator.current()));
        }
    }
}
