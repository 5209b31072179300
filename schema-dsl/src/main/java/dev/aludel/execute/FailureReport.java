package dev.aludel.execute;

import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.revision.RevisionId;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for a revision that failed: what, why, what state the database is in, and what to do. */
final class FailureReport {

    private static final int SQL_LENGTH = 500;

    private final Plan plan;
    private final PlannedRevision revision;
    private final RevisionProgress progress;

    FailureReport(Plan plan, PlannedRevision revision, RevisionProgress progress) {
        this.plan = plan;
        this.revision = revision;
        this.progress = progress;
    }

    RevisionFailedException exception(Throwable cause) {
        String message = String.join("\n", what(cause), state(), next());
        return new RevisionFailedException(revision.header().id(), message, cause);
    }

    private String what(Throwable cause) {
        String where = progress.running()
                .map(action -> "\n  while doing: %s%s".formatted(action.summary(), text(action)))
                .orElse("");
        String says = cause instanceof SQLException ? plan.version().product() + " says: " : "";
        return "%s of revision \"%s\"%s failed%s\n  %s%s"
                .formatted(
                        revision.move().direction().name().toLowerCase(Locale.ROOT),
                        revision.header().id(),
                        revision.header().message().isEmpty()
                                ? ""
                                : " (" + revision.header().message() + ")",
                        where,
                        says,
                        cause.getMessage());
    }

    private String next() {
        if (!isAppliedInPart()) {
            return "Correct the cause and run the same command again.";
        }
        return "Correct the cause. Then either undo by hand what took effect and run the same command again, or run the rest by hand and stamp \"%s\"."
                .formatted(
                        revision.move().rowsAfter().isEmpty()
                                ? "base"
                                : revision.move().rowsAfter().iterator().next());
    }

    private boolean isAppliedInPart() {
        return !progress.isRolledBack() && !progress.statementsDone().isEmpty();
    }

    private String state() {
        List<Action> done = progress.statementsDone();
        if (progress.isRolledBack()) {
            return "The transaction was rolled back: the database is as it was before this revision, at %s."
                    .formatted(rows());
        }
        if (done.isEmpty()) {
            return "Nothing was changed: the database is as it was before this revision, at %s.".formatted(rows());
        }
        return "%s commits each statement by itself, so this revision is applied in part; the version table says %s.%s%s%s"
                .formatted(
                        plan.version().product(),
                        rows(),
                        listed("took effect", done),
                        listed("took no effect", progress.running().stream().toList()),
                        listed("did not run", progress.remaining()));
    }

    private String rows() {
        Set<RevisionId> before = revision.move().rowsBefore();
        return before.isEmpty()
                ? "base"
                : before.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    }

    private static String listed(String heading, List<Action> actions) {
        if (actions.isEmpty()) {
            return "";
        }
        return actions.stream()
                .map(action -> "\n    " + sql(action).orElseGet(action::summary))
                .collect(Collectors.joining("", "\n  " + heading + ":", ""));
    }

    private static String text(Action action) {
        return sql(action).map(sql -> "\n  statement: " + sql).orElse("");
    }

    /** A statement on one line, cut where it is long. */
    private static Optional<String> sql(Action action) {
        if (!(action instanceof Statement statement)) {
            return Optional.empty();
        }
        String line = statement.sql().text().strip().replaceAll("\\s+", " ");
        return Optional.of(line.length() > SQL_LENGTH ? line.substring(0, SQL_LENGTH) + "…" : line);
    }
}
