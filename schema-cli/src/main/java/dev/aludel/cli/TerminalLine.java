package dev.aludel.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** The line of a terminal that a bar is drawn on, again and again, and that is blank afterwards. */
final class TerminalLine extends ConsoleProgressBarConsumer {

    TerminalLine(PrintStream terminal, int columns) {
        super(terminal, columns);
    }

    /** Leaves the cursor where it is: a line of text takes the bar's place. */
    @Override
    public void close() {}

    /** {@code [3/5] f6e7d8c9b0a1  7/20  0:12  alter table "sessions": …}, cut to the terminal's width. */
    static String render(ProgressState state, int columns) {
        Duration elapsed = state.getElapsedAfterStart();
        String line = "%s  %d/%d  %d:%02d  %s"
                .formatted(
                        state.getTaskName(),
                        state.getCurrent(),
                        state.getMax(),
                        elapsed.toMinutes(),
                        elapsed.toSecondsPart(),
                        state.getExtraMessage());
        return line.length() > columns ? line.substring(0, columns) : line;
    }
}
