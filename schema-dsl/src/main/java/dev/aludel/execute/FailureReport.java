package dev.aludel.execute;

import dev.aludel.execute.RevisionProgress.State;
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
import java.util.stream.Stream;

/** The words for a revision that failed: what, why, what state the database is in, and what to do. */
final class FailureReport {

    private static final int SQL_LENGTH = 500;

    private final Plan plan;
    private final PlannedRevision revision;
    private final RevisionProgress progress;
    private final Optional<String> remark;

    /** With a {@code remark} on locks that stood in the way, if there is one. */
    FailureReport(Plan plan, PlannedRevision revision, RevisionProgress progress, Optional<String> remark) {
        this.plan = plan;
        this.revision = revision;
        this.progress = progress;
        this.remark = remark;
    }

    RevisionFailedException exception(Throwable cause) {
        String message = Stream.of(what(cause), remark.orElse(""), state(), leftover(), next())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
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
        if (progress.state() == State.COMMITTING) {
            return "Run the same command again: it looks where the database stands, and goes on from there.";
        }
        if (!isAppliedInPart()) {
            return "Correct the cause and run the same command again.";
        }
        return "Correct the cause and run the same command again: it goes on with what is left. What took effect must stay in the revision as it is; what comes behind it may be corrected.";
    }

    /** A statement that commits by itself may have taken effect though nobody heard of it. */
    private boolean isAppliedInPart() {
        boolean unheard = progress.state() == State.OPEN
                && progress.running().isPresent()
                && !plan.dialect().transactionalDdl();
        return progress.isAppliedInPart() || unheard;
    }

    private String state() {
        if (progress.state() == State.COMMITTING) {
            return "The database was asked to commit and did not answer: it is either as before this revision, at %s, or as after it, at %s."
                    .formatted(
                            rows(revision.move().rowsBefore()),
                            rows(revision.move().rowsAfter()));
        }
        if (isAppliedInPart()) {
            return appliedInPart();
        }
        return "%s: the database is as it was before this revision, at %s."
                .formatted(
                        progress.state() == State.ROLLED_BACK
                                ? "The transaction was rolled back"
                                : "The connection was lost, so that the database rolls the transaction back",
                        before());
    }

    private String appliedInPart() {
        return "%s, so this revision is applied in part; the version table says %s.%s%s%s"
                .formatted(
                        plan.dialect().transactionalDdl()
                                ? "What comes before a statement that must run outside any transaction is committed"
                                : plan.version().product() + " commits each statement by itself",
                        before(),
                        listed("took effect", progress.statementsDone()),
                        listed(
                                progress.state() == State.ROLLED_BACK ? "took no effect" : "may have taken effect",
                                progress.running().stream().toList()),
                        listed("did not run", progress.remaining()));
    }

    private String leftover() {
        boolean leaves = progress.running()
                .filter(action -> action instanceof Statement statement
                        && statement.leftover().isPresent())
                .isPresent();
        return leaves ? "What it left unfinished is cleared away when it runs again." : "";
    }

    private String before() {
        return rows(revision.move().rowsBefore());
    }

    private static String rows(Set<RevisionId> rows) {
        return rows.isEmpty()
                ? "base"
                : rows.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
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
