package dev.aludel.cli;

import dev.aludel.execute.ActionProgress;
import dev.aludel.execute.LockConflict;
import dev.aludel.plan.PlannedRevision;
import java.time.Duration;
import java.util.Locale;

/** The words that all kinds of progress share. */
final class ProgressText {

    private ProgressText() {}

    /** {@code [3/5] upgrade f6e7d8c9b0a1: convert timestamps}. */
    static String title(PlannedRevision revision, int number, int total) {
        String message = revision.header().message();
        return "[%d/%d] %s %s%s"
                .formatted(
                        number,
                        total,
                        revision.move().direction().name().toLowerCase(Locale.ROOT),
                        revision.header().id(),
                        message.isEmpty() ? "" : ": " + message);
    }

    /** {@code waits for locks; retry 2 of 5 in 1.4 s; in the way: session 4711 of user "app": SELECT …}. */
    static String retry(LockConflict conflict) {
        String blockers = String.join("; ", conflict.blockers());
        return "waits for locks; retry %d of %d in %s%s"
                .formatted(
                        conflict.retry(),
                        conflict.retries(),
                        duration(conflict.pause()),
                        blockers.isEmpty() ? "" : "; in the way: " + blockers);
    }

    /** {@code 42 % of 1,000,000 rows (loading tuples in tree), about 3.4 s left}. */
    static String progress(ActionProgress progress) {
        return String.format(
                Locale.ROOT,
                "%d %% of %,d %s (%s)%s",
                progress.percent(),
                progress.total(),
                progress.unit(),
                progress.phase(),
                progress.remaining()
                        .map(left -> ", about %s left".formatted(duration(left)))
                        .orElse(""));
    }

    /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
    static String duration(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return "%d ms".formatted(duration.toMillis());
        }
        if (duration.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
