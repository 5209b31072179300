package dev.aludel.cli;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.SchemaGuard;
import dev.aludel.operation.Operation;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A plan as lines of text: its revisions in order, and of each how it runs, what it does, and what that locks or loses. */
final class PlanText {

    private final Plan plan;
    private final Colors colors;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan, Colors colors) {
        this.plan = plan;
        this.colors = colors;
    }

    static List<String> of(Plan plan, Colors colors) {
        PlanText text = new PlanText(plan, colors);
        int number = 0;
        for (PlannedRevision revision : plan.revisions()) {
            number++;
            text.revision(revision, number);
        }
        return List.copyOf(text.lines);
    }

    private void revision(PlannedRevision revision, int number) {
        if (number > 1) {
            lines.add("");
        }
        lines.add(colors.heading(
                ProgressText.title(revision, number, plan.revisions().size())));
        lines.add("  " + transaction(revision));
        for (SessionSetting setting : revision.compiled().settings()) {
            lines.add("  with %s = %s, restored afterwards".formatted(setting.name(), setting.value()));
        }
        part("prepare the version table and the log", revision.preparation());
        part("check before anything is changed", revision.compiled().preconditions());
        int step = 0;
        for (CompiledStep compiled : revision.compiled().steps()) {
            step++;
            step(compiled, step);
        }
        part("record where the database stands", revision.versionStatements());
    }

    private String transaction(PlannedRevision revision) {
        if (plan.isTransactional(revision)) {
            return "in one transaction: a failure leaves nothing of it behind";
        }
        return plan.dialect().transactionalDdl()
                ? colors.warning("not in one transaction: some of its statements must run outside of any")
                : colors.warning("each statement commits by itself: a failure leaves those before it behind");
    }

    private void step(CompiledStep step, int number) {
        step.steps().forEach(part -> {
            Operation operation = part.operation();
            String loss = operation.losesData() ? colors.warning(" (loses data)") : "";
            lines.add("  %d. %s%s".formatted(number, operation.describe(), loss));
        });
        step.guards().forEach(guard -> {
            String when = guard instanceof SchemaGuard ? ", which is looked at just before" : "";
            lines.add("     only if %s%s".formatted(guard.describe(), when));
        });
        step.warnings().forEach(warning -> lines.add("     " + colors.warning("warning: " + warning)));
        if (step.actions().isEmpty()) {
            lines.add("     nothing to do on this database");
        }
        if (step.readsLive()) {
            lines.add("     the live table is looked at first, and what it has beyond the history is kept");
        }
        step.actions().forEach(action -> action(action, step));
    }

    private void part(String title, List<? extends Action> actions) {
        if (!actions.isEmpty()) {
            lines.add("  - " + title);
            actions.forEach(this::action);
        }
    }

    /** An action that says no more than the step that it belongs to isn't named a second time. */
    private void action(Action action, CompiledStep step) {
        boolean named = step.steps().stream()
                .anyMatch(part -> part.operation().describe().equals(action.summary()));
        if (!named) {
            lines.add("     " + action.summary());
        }
        body(action);
    }

    private void action(Action action) {
        lines.add("     " + action.summary());
        body(action);
    }

    private void body(Action action) {
        if (action instanceof Statement statement) {
            sql(statement.sql().text());
            lines.add("       -- " + locks(statement.lock()) + (statement.transactional() ? "" : "; runs by itself"));
        } else if (action instanceof Check check) {
            sql(check.query().text());
            lines.add("       -- stops the revision if this finds a row");
        } else {
            lines.add("       -- Java, which this plan cannot look into");
        }
    }

    /** {@code readers and writers wait: ACCESS EXCLUSIVE; every row is rewritten}. */
    private String locks(LockImpact lock) {
        String waiting = waiting(lock.level());
        String all = lock.equals(LockImpact.none()) ? waiting : "%s: %s".formatted(waiting, lock.detail());
        String whole = lock.rewritesTable() ? all + "; every row is rewritten" : all;
        return lock.level() == LockImpact.Level.READS_AND_WRITES || lock.rewritesTable()
                ? colors.warning(whole)
                : whole;
    }

    private static String waiting(LockImpact.Level level) {
        return switch (level) {
            case NONE -> "nobody waits";
            case WRITES -> "writers wait";
            case READS_AND_WRITES -> "readers and writers wait";
        };
    }

    private void sql(String text) {
        text.lines().forEach(line -> lines.add("       " + colors.detail(line)));
    }
}
