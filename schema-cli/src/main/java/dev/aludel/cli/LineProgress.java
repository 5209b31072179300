package dev.aludel.cli;

import dev.aludel.dialect.LockWait;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.LockConflict;
import dev.aludel.plan.PlannedRevision;
import java.io.PrintWriter;

/** A line a revision: its beginning when it starts, so that a log shows what runs, and its duration when it is done. */
final class LineProgress implements Progress {

    private final PrintWriter err;
    private String title = "";
    private boolean lineIsOpen;

    LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void waitingForLock(LockWait wait) {
        close();
        err.println(wait);
        err.flush();
    }

    @Override
    public void revisionStarted(PlannedRevision revision, int number, int total) {
        title = ProgressText.title(revision, number, total) + " …";
        open();
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        err.print("\n  %s …".formatted(ProgressText.retry(conflict)));
        err.flush();
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        if (!lineIsOpen) {
            open();
        }
        err.print(" " + ProgressText.duration(applied.duration()));
        close();
    }

    private void open() {
        err.print(title);
        err.flush();
        lineIsOpen = true;
    }

    @Override
    public void close() {
        if (lineIsOpen) {
            err.println();
            err.flush();
            lineIsOpen = false;
        }
    }
}
