package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.check.Finding;
import dev.aludel.check.HistoryCheck;
import dev.aludel.dialect.Dialect;
import dev.aludel.history.History;
import dev.aludel.model.DialectId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges the history, for a build to stop at. */
@Command(
        name = "check-history",
        description = {
            "Prints what should be put right before the history is released, and exits with 1 if there is anything: several"
                    + " heads, a revision that does nothing, that can't be taken back and doesn't say so, or that can't be"
                    + " rendered as SQL for some dialect on the class path. No database is asked."
        },
        footer = {
            "Examples:",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --allow-heads 2 --json",
            "",
            "Exit codes: 0 done, and nothing was found; 1 something was found; 2 wrong usage."
        })
final class CheckHistoryCommand implements Callable<Integer> {

    private final History history;

    @Option(
            names = "--allow-heads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many heads there may be (default: ${DEFAULT-VALUE}).")
    private int heads;

    @Option(names = "--allow-java", description = "Let revisions run Java, which no script can hold.")
    private boolean java;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    CheckHistoryCommand(History history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        List<Dialect> dialects = KnownDialects.of(requireNonNull(spec)).all();
        HistoryCheck check = HistoryCheck.of(history).dialects(dialects).allowHeads(heads);
        List<Finding> findings = (java ? check.allowJava() : check).findings();
        if (json.isAsked()) {
            console.result(JsonFields.create()
                    .texts(
                            "dialects",
                            dialects.stream()
                                    .map(Dialect::id)
                                    .map(DialectId::name)
                                    .toList())
                    .objects("findings", findings.stream().map(CheckHistoryCommand::fields)));
        } else {
            console.results(findings.stream()
                    .map(finding -> finding.message().replace("\n", "\n    "))
                    .toList());
        }
        console.say("history %s, rendered for %s: %s"
                .formatted(
                        history.name(),
                        dialects.stream().map(Dialect::displayName).collect(Collectors.joining(", ")),
                        findings.isEmpty() ? "nothing to put right" : "findings: " + findings.size()));
        return findings.isEmpty() ? CommandLineMain.DONE : CommandLineMain.FAILED;
    }

    private static JsonFields fields(Finding finding) {
        return JsonFields.create()
                .word("kind", finding.kind())
                .text("revision", finding.revision())
                .text("dialect", finding.dialect().map(DialectId::name))
                .text("message", finding.message());
    }
}
