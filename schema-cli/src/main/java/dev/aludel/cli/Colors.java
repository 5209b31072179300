package dev.aludel.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * What colours mean here, or plain text.
 *
 * @param ansi whether colours are on
 */
record Colors(Ansi ansi) {

    static Colors none() {
        return new Colors(Ansi.OFF);
    }

    /** The id of a revision. */
    String id(Object id) {
        return styled(id.toString(), Style.fg_yellow);
    }

    /** What sets a revision apart: {@code (head)}. */
    String mark(String text) {
        return styled(text, Style.fg_green, Style.bold);
    }

    /** The line that a part begins with. */
    String heading(String text) {
        return styled(text, Style.bold);
    }

    /** What a person must not overlook. */
    String warning(String text) {
        return styled(text, Style.fg_red);
    }

    /** What is there to be looked up, such as SQL. */
    String detail(String text) {
        return styled(text, Style.faint);
    }

    /**
     * Text stays as it is: picocli's markup would read its own signs in it. All is reset behind it, because to many
     * terminals picocli's sign for the end of bold is the beginning of a double underline.
     */
    private String styled(String text, IStyle... styles) {
        return ansi.enabled() && !text.isEmpty() ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
