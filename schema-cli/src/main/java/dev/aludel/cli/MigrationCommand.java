package dev.aludel.cli;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.offline.Script;
import dev.aludel.plan.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.Set;
import java.util.function.BiFunction;

/** What upgrade and downgrade have in common: a run with its progress shown, or its plan, or SQL, in its place. */
record MigrationCommand(
        History history,
        TargetParameter target,
        DatabaseOptions database,
        ScriptOptions script,
        RunOptions options,
        Console console,
        boolean verbose) {

    /**
     * One of the two.
     *
     * @param doing what is done, as a participle
     */
    record Direction(
            String doing,
            BiFunction<Script.Builder, String, Script> render,
            BiFunction<Migrator, String, Plan> plan,
            BiFunction<Migrator, String, MigrationResult> migrate) {}

    int run(Direction direction) {
        String to = target.text();
        script.script(history, database.versionTable(history))
                .ifPresentOrElse(builder -> print(direction.render(), builder, to), () -> runOnline(direction, to));
        return CommandLineMain.DONE;
    }

    private void print(BiFunction<Script.Builder, String, Script> render, Script.Builder builder, String to) {
        if (options.isDryRun() || options.isJson()) {
            throw script.wrongUsage(
                    "--sql prints a script and runs nothing: it goes with neither --dry-run nor --json");
        }
        options.tag().requireNone(script);
        console.out().print(render.apply(builder, to));
    }

    private void runOnline(Direction direction, String to) {
        if (target.isRange()) {
            throw script.wrongUsage(
                    "\"%s\" is a range, which goes with --sql: a run starts where the database stands".formatted(to));
        }
        if (options.isDryRun()) {
            Plan plan = direction.plan().apply(database.migrator(history).build(), to);
            new PlanPrinting(console, database.url(), options.isJson()).print(plan);
        } else {
            console.say("%s %s".formatted(direction.doing(), database.url()));
            migrate(direction, to);
        }
    }

    private void migrate(Direction direction, String to) {
        try (Progress progress = Progress.on(console, verbose)) {
            Migrator migrator = options.tag()
                    .on(database.migrator(history))
                    .listener(progress)
                    .build();
            MigrationResult result = direction.migrate().apply(migrator, to);
            if (result.revisions().isEmpty()) {
                console.say("nothing to do");
            }
            result.notes().forEach(console::say);
            report(result, migrator.current());
        }
    }

    private void report(MigrationResult result, Set<RevisionId> current) {
        RevisionGraph graph = RevisionCatalog.of(history).graph();
        if (options.isJson()) {
            console.result(new JsonRevisions(graph).run(database.url(), result, current));
        } else {
            console.results(RevisionLines.of(graph, console.colors()).positions(current));
        }
    }
}
