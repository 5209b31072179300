package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
        boolean looksLikeOption = target.matches("-\\D.*");
        if (looksLikeOption) {
            throw new UnmatchedArgumentException(requireNonNull(command).commandLine(), List.of(target));
        }
        return target;
    }

    /** Whether it is a range. */
    boolean isRange() {
        return target.contains(":");
    }
}
