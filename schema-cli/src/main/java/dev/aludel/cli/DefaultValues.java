package dev.aludel.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options what the program assumes for them. */
final class DefaultValues implements IDefaultValueProvider {

    private final Map<String, Optional<String>> values;

    DefaultValues(Defaults defaults) {
        this.values = Map.of(
                "--url",
                defaults.url(),
                "--source",
                Optional.of(defaults.sources().orElse("src/main/java")));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() : "";
        return values.getOrDefault(name, Optional.empty()).orElse(null);
    }
}
