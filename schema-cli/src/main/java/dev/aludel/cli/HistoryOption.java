package dev.aludel.cli;

import dev.aludel.history.Histories;
import dev.aludel.history.History;
import dev.aludel.history.HistoryException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The option that chooses one of the histories on the class path. */
final class HistoryOption {

    @Option(
            names = "--history",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            completionCandidates = Names.class,
            description = "The history that is meant, where the class path holds several.")
    private @Nullable String name;

    private final CommandLine program;

    HistoryOption(CommandLine program) {
        this.program = program;
    }

    /**
     * The history that is meant.
     *
     * @throws HistoryException when the class path holds none, or none that can be loaded
     * @throws ParameterException when it doesn't hold the one that is meant, or several and none was named
     */
    History history() {
        List<History> found = Histories.all();
        if (name != null) {
            return named(name);
        }
        if (found.size() > 1) {
            throw wrongUsage(
                    "--history is missing: the class path holds several, %s"
                            .formatted(found.stream()
                                    .map(history -> "\"" + history.name() + "\"")
                                    .collect(Collectors.joining(", "))),
                    null);
        }
        return Histories.only();
    }

    private History named(String chosen) {
        try {
            return Histories.named(chosen);
        } catch (HistoryException unknown) {
            throw wrongUsage("--history: " + unknown.getMessage(), unknown);
        }
    }

    private ParameterException wrongUsage(String message, @Nullable Throwable cause) {
        return new ParameterException(program, message, cause);
    }

    /** What a shell completes the option with. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Histories.all().stream().map(History::name).iterator();
        }
    }
}
