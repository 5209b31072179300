package dev.aludel.cli;

import picocli.CommandLine.Option;

/** The option of every command that prints results. */
final class JsonOption {

    @Option(names = "--json", description = "Print one JSON document in place of text, for programs to read.")
    private boolean json;

    boolean isAsked() {
        return json;
    }
}
