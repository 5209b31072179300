package dev.aludel.offline;

import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.log.LogTableSql;
import dev.aludel.log.Outcome;
import dev.aludel.log.Run;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.SessionSetting;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a plan down, statement by statement. */
final class ScriptWriter {

    private final Plan plan;
    private final String history;
    private final ScriptSyntax syntax;
    private final StringBuilder text = new StringBuilder();

    ScriptWriter(Plan plan, String history) {
        this.plan = plan;
        this.history = history;
        this.syntax = plan.dialect().script();
    }

    String write() {
        comment("history %s for %s".formatted(history, plan.version()));
        syntax.preamble().forEach(this::line);
        if (RunTimeUse.in(plan)) {
            text.append('\n');
            comment("the time of this run, in milliseconds since 1970-01-01T00:00:00Z");
            syntax.declareRunTime().forEach(this::statement);
        }
        plan.revisions().forEach(this::revision);
        return text.toString();
    }

    /** These statements alone, which belong to no revision. */
    String write(List<Statement> preparation) {
        write();
        text.append('\n');
        preparation.forEach(statement -> comment(statement.summary()));
        syntax.begin().forEach(this::statement);
        preparation.forEach(statement -> statement(statement.sql()));
        syntax.commit().forEach(this::statement);
        return text.toString();
    }

    private void revision(PlannedRevision revision) {
        CompiledRevision compiled = revision.compiled();
        text.append('\n');
        comment("%s %s: %s"
                .formatted(
                        revision.move().direction().name().toLowerCase(Locale.ROOT),
                        revision.header().id(),
                        revision.header().message()));
        revision.warnings().forEach(warning -> comment("warning: " + warning));
        compiled.settings().forEach(setting -> statement(setting.assignment(setting.value())));
        actions(revision);
        reversed(compiled.settings()).forEach(setting -> statement(setting.restoreOffline()));
    }

    /** Transactions end before a statement that must run outside; version rows and log are written in the last one. */
    private void actions(PlannedRevision revision) {
        boolean inside = false;
        for (Action action : revision.actions()) {
            boolean wanted = !(action instanceof Statement statement) || statement.transactional();
            if (wanted != inside) {
                (wanted ? syntax.begin() : syntax.commit()).forEach(this::statement);
                inside = wanted;
            }
            action(revision, action);
        }
        if (!inside) {
            syntax.begin().forEach(this::statement);
        }
        statement(logged(revision));
        syntax.commit().forEach(this::statement);
    }

    private void action(PlannedRevision revision, Action action) {
        if (action instanceof Statement statement) {
            statement.leftover().map(syntax::clearing).orElse(List.of()).forEach(this::line);
            statement(statement.sql());
        } else if (action instanceof Check check) {
            comment(check.summary());
            syntax.guard(check).forEach(this::statement);
        } else {
            throw new OfflineException(revision.header().id(), (CodeCall) action);
        }
    }

    private Sql logged(PlannedRevision revision) {
        return new LogTableSql(plan.dialect().syntax(), plan.versionTable().log())
                .insert(
                        revision.header().id(),
                        revision.move().direction(),
                        Outcome.DONE,
                        syntax.now(),
                        Optional.of(syntax.now()),
                        Optional.empty(),
                        Run.ofScript(),
                        revision.operationsHash())
                .sql();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void statement(Sql sql) {
        line(syntax.terminated(sql.text().strip()));
    }

    /** A message may hold line feeds, and a comment ends at the first. */
    private void comment(String words) {
        text.append("-- ").append(words.replaceAll("\\s+", " ").strip()).append('\n');
    }

    private static List<SessionSetting> reversed(List<SessionSetting> settings) {
        List<SessionSetting> reversed = new ArrayList<>(settings);
        Collections.reverse(reversed);
        return reversed;
    }
}
