package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The revision to go to. */
final class TargetParameter {

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = {
                "Where to go: head, base, a revision's id or the first four or more characters of it,"
                        + " or a number of steps, +1 or -1. With --sql also FROM:TO."
            })
    private String target = "";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * The target as its user wrote it.
     *
     * @throws UnmatchedArgumentException when it is an option that no command has
     */
    String text() {
        requireNoOption(requireNonNull(command).commandLine(), List.of(target));
        return target;
    }

    /**
     * Refuses what looks like an option, which picocli takes for a target.
     *
     * @throws UnmatchedArgumentException when one of the targets is an option that no command has
     */
    static void requireNoOption(CommandLine command, List<String> targets) {
        List<String> options =
                targets.stream().filter(target -> target.matches("-\\D.*")).toList();
        if (!options.isEmpty()) {
            throw new UnmatchedArgumentException(command, options);
        }
    }

    /** Whether it is a range. */
    boolean isRange() {
        return target.contains(":");
    }
}
