package dev.aludel.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How upgrade and downgrade run and report. */
final class RunOptions {

    @Option(
            names = "--dry-run",
            description =
                    "Print what would be done, with its SQL and its locks, and do nothing of it; as \"plan\" does.")
    private boolean dryRun;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final TagOption tag = new TagOption();

    boolean isDryRun() {
        return dryRun;
    }

    boolean isJson() {
        return json.isAsked();
    }

    TagOption tag() {
        return tag;
    }
}
