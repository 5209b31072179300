package dev.aludel.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The revisions that a command is about. */
final class TargetsParameter {

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description = {
                "head, heads, base, a revision's id or the first four or more characters of it, or a branch label."
                        + " With --sql the first may be FROM:TO."
            })
    private List<String> targets = List.of();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * The targets as their user wrote them.
     *
     * @throws UnmatchedArgumentException when one is an option that no command has
     */
    List<String> texts() {
        TargetParameter.requireNoOption(requireNonNull(command).commandLine(), targets);
        return List.copyOf(targets);
    }
}
