package dev.aludel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives {@code --url} the program's own database. */
final class DefaultUrl implements IDefaultValueProvider {

    private final Defaults defaults;

    DefaultUrl(Defaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        boolean isUrl =
                argument instanceof OptionSpec option && option.longestName().equals("--url");
        return isUrl ? defaults.url().orElse(null) : null;
    }
}
