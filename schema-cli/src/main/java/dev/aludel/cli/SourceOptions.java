package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.history.History;
import dev.aludel.revision.InvalidRevisionIdException;
import dev.aludel.revision.RevisionId;
import dev.aludel.source.RevisionDraft;
import dev.aludel.source.RevisionWriter;
import dev.aludel.source.WrittenRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what a new revision is, and where its source goes. */
final class SourceOptions {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What the revision does, in a few words: its class is named after them.")
    private String message = "";

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "The source folder, which holds the packages (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of the class (default: that of the newest revision).")
    private @Nullable String packageName;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A label by which targets can name the branch; may be given several times.")
    private List<String> labels = List.of();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The revision's id (default: twelve random hexadecimal digits).")
    private @Nullable String id;

    @Option(names = "--splice", description = "Let a parent be no head, so that a branch begins there.")
    private boolean splice;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** What the revision is to say of itself, but for its parents. */
    RevisionDraft draft() {
        RevisionDraft draft = RevisionDraft.of(message).labels(labels.toArray(String[]::new));
        if (splice) {
            draft = draft.spliced();
        }
        return id == null ? draft : draft.id(revisionId(id));
    }

    /** Writes into the folder that was named. */
    RevisionWriter writer(History history) {
        RevisionWriter writer = RevisionWriter.of(ChosenHistory.behind(history)).folder(folder);
        return packageName == null ? writer : writer.packageName(packageName);
    }

    /** Prints where the source is, and says what is left to do. */
    void report(Console console, JsonOption json, WrittenRevision written) {
        if (json.isAsked()) {
            console.result(fields(written));
        } else {
            console.results(List.of(written.file()));
        }
        console.say("add it to the list of revisions in %s:%n    %s"
                .formatted(written.historyClass(), written.listEntry()));
        importLine(written).ifPresent(line -> console.say("    " + line));
    }

    private static JsonFields fields(WrittenRevision written) {
        return JsonFields.create()
                .text("id", written.header().id())
                .texts("revises", written.header().revises())
                .text("message", written.header().message())
                .text("file", written.file())
                .text("className", written.className())
                .text("historyClass", written.historyClass())
                .text("listEntry", written.listEntry());
    }

    private static Optional<String> importLine(WrittenRevision written) {
        return packageOf(written.className()).equals(packageOf(written.historyClass()))
                ? Optional.empty()
                : Optional.of("import %s;".formatted(written.className()));
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private RevisionId revisionId(String text) {
        try {
            return RevisionId.of(text);
        } catch (InvalidRevisionIdException invalid) {
            throw new ParameterException(
                    requireNonNull(command).commandLine(), "--id: " + invalid.getMessage(), invalid);
        }
    }
}
