package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.plan.VerifiedRevision;
import dev.aludel.plan.VerifiedRevision.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds what was applied against what the history says now. */
@Command(
        name = "verify",
        description = {
            "Prints for each applied revision, base first, whether it is still what was applied; unknown where the log"
                    + " doesn't tell, as for a stamp."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done, and nothing has changed; 1 a revision has changed, or it failed; 2 wrong usage."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final Map<Status, String> WORDS = Map.of(
            Status.UNCHANGED, "unchanged",
            Status.CHANGED, "changed since it was applied",
            Status.UNKNOWN, "unknown: the log doesn't tell what was applied");

    private final History history;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    VerifyCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        List<VerifiedRevision> verified = database.migrator(history).build().verify();
        if (json.isAsked()) {
            console.result(JsonFields.create()
                    .text("url", database.url())
                    .objects("revisions", verified.stream().map(VerifyCommand::fields)));
        } else {
            console.results(verified.stream().map(VerifyCommand::line).toList());
        }
        boolean changed = verified.stream().anyMatch(revision -> revision.status() == Status.CHANGED);
        return changed ? CommandLineMain.FAILED : CommandLineMain.DONE;
    }

    private static String line(VerifiedRevision revision) {
        return "%s  %s".formatted(revision.revision(), WORDS.get(revision.status()));
    }

    private static JsonFields fields(VerifiedRevision revision) {
        return JsonFields.create()
                .text("id", revision.revision())
                .word("status", revision.status())
                .text("recorded", revision.recorded())
                .text("current", revision.current());
    }
}
