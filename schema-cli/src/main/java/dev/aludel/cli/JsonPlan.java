package dev.aludel.cli;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Guard;
import dev.aludel.operation.Operation;
import dev.aludel.plan.Plan;
import dev.aludel.plan.PlannedRevision;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan as JSON, in the shape of {@code docs/json/plan.schema.json}. */
record JsonPlan(Plan plan) {

    JsonFields document(JdbcUrl url) {
        return JsonFields.create()
                .text("url", url)
                .text("dialect", plan.dialect().id().name())
                .text("server", plan.version())
                .text("versionTable", plan.versionTable())
                .objects("revisions", plan.revisions().stream().map(this::revision))
                .texts("notes", plan.notes());
    }

    private JsonFields revision(PlannedRevision revision) {
        return JsonFields.create()
                .text("id", revision.header().id())
                .text("message", revision.header().message())
                .word("direction", revision.move().direction())
                .texts("rowsBefore", revision.move().rowsBefore())
                .texts("rowsAfter", revision.move().rowsAfter())
                .flag("oneTransaction", plan.isTransactional(revision))
                .objects("settings", revision.compiled().settings().stream().map(setting -> JsonFields.create()
                        .text("name", setting.name())
                        .text("value", setting.value())))
                .objects("preparation", actions(revision.preparation()))
                .objects("preconditions", actions(revision.compiled().preconditions()))
                .objects("steps", revision.compiled().steps().stream().map(JsonPlan::step))
                .objects("versionStatements", actions(revision.versionStatements()))
                .texts("losses", revision.losses());
    }

    private static JsonFields step(CompiledStep step) {
        List<String> operations = step.steps().stream()
                .map(part -> part.operation())
                .map(Operation::describe)
                .toList();
        return JsonFields.create()
                .texts("operations", operations)
                .texts("onlyIf", step.guards().stream().map(Guard::describe).toList())
                .texts("warnings", step.warnings())
                .flag("readsLiveTable", step.readsLive())
                .objects("actions", actions(step.actions()));
    }

    private static Stream<JsonFields> actions(List<? extends Action> actions) {
        return actions.stream().map(JsonPlan::action);
    }

    private static JsonFields action(Action action) {
        Optional<Statement> statement =
                Optional.of(action).filter(Statement.class::isInstance).map(Statement.class::cast);
        Optional<Check> check =
                Optional.of(action).filter(Check.class::isInstance).map(Check.class::cast);
        String kind = statement.isPresent() ? "statement" : check.isPresent() ? "check" : "java";
        return JsonFields.create()
                .text("kind", kind)
                .text("summary", action.summary())
                .text("sql", statement.map(Statement::sql).or(() -> check.map(Check::query)))
                .flag("byItself", statement.isPresent() && !statement.get().transactional())
                .object("lock", statement.map(Statement::lock).map(JsonPlan::lock));
    }

    private static JsonFields lock(LockImpact lock) {
        return JsonFields.create()
                .word("level", lock.level())
                .flag("rewritesTable", lock.rewritesTable())
                .text("detail", lock.detail());
    }
}
