package dev.aludel.cli;

import dev.aludel.Migrator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that marks a run in the migration log. */
final class TagOption {

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "Words that the migration log keeps with this run, such as the number of a release.")
    private @Nullable String tag;

    /** {@code builder}, which knows the tag. */
    Migrator.Builder on(Migrator.Builder builder) {
        return tag == null ? builder : builder.tag(tag);
    }

    /** @throws ParameterException when there is a tag: a script has no use for it */
    void requireNone(ScriptOptions script) {
        if (tag != null) {
            throw script.wrongUsage("--tag marks a run in the migration log: it has no place in --sql");
        }
    }
}
