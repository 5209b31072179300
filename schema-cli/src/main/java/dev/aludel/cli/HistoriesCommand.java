package dev.aludel.cli;

import dev.aludel.history.Histories;
import dev.aludel.history.History;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the histories. */
@Command(
        name = "histories",
        description = {
            "Prints the histories on the class path, one a line, each with its version table. No database is asked."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong usage."
        })
final class HistoriesCommand implements Callable<Integer> {

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        List<History> found = Histories.all();
        if (json.isAsked()) {
            console.result(
                    JsonFields.create().objects("histories", found.stream().map(HistoriesCommand::fields)));
        } else {
            console.results(found.stream().map(HistoriesCommand::line).toList());
        }
        return CommandLineMain.DONE;
    }

    private static String line(History history) {
        return "%s, version table %s".formatted(history.name(), history.versionTable());
    }

    private static JsonFields fields(History history) {
        return JsonFields.create()
                .text("name", history.name())
                .text("versionTable", history.versionTable())
                .text("declaredBy", history.getClass().getName());
    }
}
