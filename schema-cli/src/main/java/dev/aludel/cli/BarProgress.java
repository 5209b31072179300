package dev.aludel.cli;

import dev.aludel.dialect.LockWait;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.LockConflict;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/**
 * A line that counts the statements of the revision that runs, names the one at hand and tells the time, again and again,
 * and gives way to a last one when the revision is done.
 */
final class BarProgress implements Progress {

    private static final int REFRESH_MILLIS = 200;

    private final PrintStream terminal;
    private final int columns;
    private String title = "";
    private volatile Optional<ProgressBar> bar = Optional.empty();

    BarProgress(PrintStream terminal, int columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public void waitingForLock(LockWait wait) {
        close();
        terminal.println(wait);
    }

    @Override
    public void revisionStarted(PlannedRevision revision, int number, int total) {
        title = ProgressText.title(revision, number, total);
        bar = Optional.of(ProgressBar.builder()
                .setTaskName(
                        "[%d/%d] %s".formatted(number, total, revision.header().id()))
                .setInitialMax(revision.actions().size())
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setRenderer(TerminalLine::render)
                .setConsumer(new TerminalLine(terminal, columns))
                .continuousUpdate()
                .clearDisplayOnFinish()
                .build());
    }

    @Override
    public void actionStarted(PlannedRevision revision, Action action) {
        bar.ifPresent(shown -> shown.setExtraMessage(action.summary()));
    }

    /** Told on another thread; a bar that is closed meanwhile takes it and shows nothing. */
    @Override
    public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
        bar.ifPresent(
                shown -> shown.setExtraMessage("%s  %s".formatted(ProgressText.progress(progress), action.summary())));
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        bar.ifPresent(shown -> {
            if (conflict.wholeRevision()) {
                shown.stepTo(0);
            }
            shown.setExtraMessage(ProgressText.retry(conflict));
        });
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        close();
        terminal.println("%s … %s".formatted(title, ProgressText.duration(applied.duration())));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
