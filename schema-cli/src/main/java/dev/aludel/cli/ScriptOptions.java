package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.Dialects;
import dev.aludel.history.History;
import dev.aludel.offline.Script;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that ask for SQL in place of a run. */
final class ScriptOptions {

    @Option(
            names = "--sql",
            description = "Print SQL for the database's own client, and connect to nothing; needs --dialect.")
    private boolean sql;

    @Option(
            names = "--dialect",
            paramLabel = "NAME[@VERSION]",
            completionCandidates = DialectNames.class,
            description = "What the SQL is for: sqlite, postgresql or mysql, and the server's version: mysql@8.0.36.")
    private @Nullable String dialect;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * The script to be completed, if one was asked for.
     *
     * @throws ParameterException when {@code --sql} and {@code --dialect} don't stand together
     */
    Optional<Script.Builder> script(History history, String versionTable) {
        if (!sql && dialect == null) {
            return Optional.empty();
        }
        if (!sql) {
            throw wrongUsage("--dialect goes with --sql: a run takes the dialect of its connection");
        }
        if (dialect == null) {
            throw wrongUsage("--sql needs --dialect, for example --dialect postgresql: no connection tells it");
        }
        return Optional.of(builder(history, dialect.split("@", 2)).versionTable(versionTable));
    }

    /** The failure that the command line makes no sense. */
    ParameterException wrongUsage(String message) {
        return new ParameterException(requireNonNull(command).commandLine(), message);
    }

    private Script.Builder builder(History history, String[] nameAndVersion) {
        try {
            Dialect named = KnownDialects.of(requireNonNull(command)).named(nameAndVersion[0]);
            Script.Builder builder = Script.of(history, named);
            return nameAndVersion.length == 1 ? builder : builder.version(nameAndVersion[1]);
        } catch (DialectException unknown) {
            throw new ParameterException(
                    requireNonNull(command).commandLine(), "--dialect: " + unknown.getMessage(), unknown);
        }
    }

    /** What a shell completes the option with. */
    static final class DialectNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Dialects.all().stream().map(dialect -> dialect.id().name()).iterator();
        }
    }
}
