package dev.aludel.cli;

import dev.aludel.dialect.LockWait;
import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.AppliedRevision;
import dev.aludel.execute.LockConflict;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import java.io.PrintWriter;
import java.time.Duration;

/** Each statement as it runs, with its SQL, its duration and how many rows it changed. */
final class StatementProgress implements Progress {

    private final PrintWriter err;

    StatementProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void waitingForLock(LockWait wait) {
        say(wait.toString());
    }

    @Override
    public void revisionStarted(PlannedRevision revision, int number, int total) {
        say(ProgressText.title(revision, number, total));
    }

    @Override
    public void actionStarted(PlannedRevision revision, Action action) {
        say("  " + action.summary());
        if (action instanceof Statement statement) {
            statement.sql().text().lines().forEach(line -> say("    " + line));
        }
    }

    @Override
    public void progressed(PlannedRevision revision, Action action, ActionProgress progress) {
        say("    " + ProgressText.progress(progress));
    }

    @Override
    public void actionFinished(PlannedRevision revision, Action action, Duration duration, long rows) {
        say("    %s%s".formatted(ProgressText.duration(duration), rows == 0 ? "" : ", rows changed: " + rows));
    }

    @Override
    public void retrying(PlannedRevision revision, LockConflict conflict) {
        say("  " + ProgressText.retry(conflict));
    }

    @Override
    public void revisionFinished(PlannedRevision revision, AppliedRevision applied) {
        say("  done in " + ProgressText.duration(applied.duration()));
    }

    @Override
    public void close() {
        err.flush();
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
