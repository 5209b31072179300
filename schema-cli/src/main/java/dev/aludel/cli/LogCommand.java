package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.log.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was done to a database. */
@Command(
        name = "log",
        description = {
            "Prints what was applied, taken back and stamped, newest first: when, what, how it ended, how long it took, who"
                    + " did it, and its tag."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME} --limit 10",
            "  ${COMMAND-FULL-NAME} --json",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong usage."
        })
final class LogCommand implements Callable<Integer> {

    private final History history;

    @Option(names = "--limit", paramLabel = "N", description = "Print the newest N only (default: all).")
    private @Nullable Integer limit;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    LogCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        List<LogEntry> entries = newest(database.migrator(history).build().log());
        if (json.isAsked()) {
            console.result(JsonFields.create()
                    .text("url", database.url())
                    .objects("entries", entries.stream().map(LogCommand::fields)));
        } else {
            console.results(entries.stream().map(LogCommand::line).toList());
        }
        return CommandLineMain.DONE;
    }

    private List<LogEntry> newest(List<LogEntry> oldestFirst) {
        List<LogEntry> entries = new ArrayList<>(oldestFirst);
        Collections.reverse(entries);
        return limit == null ? entries : entries.subList(0, Math.min(Math.max(limit, 0), entries.size()));
    }

    /** {@code 2026-11-21T08:00:00Z  upgrade 1111aaaa  done in 12 ms  by app@host  (release 7)}. */
    private static String line(LogEntry entry) {
        return "%s  %s %s  %s%s  by %s%s"
                .formatted(
                        entry.startedAt(),
                        entry.direction().name().toLowerCase(Locale.ROOT),
                        entry.revision(),
                        entry.outcome().text(),
                        duration(entry)
                                .map(taken -> " in " + ProgressText.duration(taken))
                                .orElse(""),
                        entry.who(),
                        entry.tag().map(" (%s)"::formatted).orElse(""));
    }

    private static Optional<Duration> duration(LogEntry entry) {
        return entry.finishedAt().map(end -> Duration.between(entry.startedAt(), end));
    }

    private static JsonFields fields(LogEntry entry) {
        return JsonFields.create()
                .number("number", entry.number())
                .text("revision", entry.revision())
                .word("direction", entry.direction())
                .word("outcome", entry.outcome())
                .instant("startedAt", entry.startedAt())
                .text("finishedAt", entry.finishedAt())
                .text("who", entry.who())
                .text("tool", entry.tool())
                .text("tag", entry.tag())
                .text("operationsHash", entry.operationsHash());
    }
}
