package dev.aludel.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Whether output is coloured. */
enum ColorChoice {
    /** On a terminal, unless the environment holds {@code NO_COLOR}. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The colours of results and help that go to {@code terminal}. */
    ColorScheme colors(Terminal terminal) {
        boolean colored = this == ALWAYS || (this == AUTO && terminal.colored());
        return Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF);
    }
}
