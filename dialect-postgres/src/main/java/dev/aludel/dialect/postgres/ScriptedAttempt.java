package dev.aludel.dialect.postgres;

import dev.aludel.dialect.CompiledAttempt;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An attempt in a script: a block that catches what the database refuses, and lets faults of the server and locks through. */
final class ScriptedAttempt {

    private final Syntax syntax;
    private final PostgresScript script;

    ScriptedAttempt(Syntax syntax) {
        this.syntax = syntax;
        this.script = new PostgresScript(syntax);
    }

    CompiledStep of(CompiledAttempt attempt) {
        List<Step> steps =
                attempt.steps().stream().flatMap(step -> step.steps().stream()).toList();
        return new CompiledStep(
                steps,
                List.of(block(attempt)),
                false,
                List.of(),
                attempt.steps().get(0).guards());
    }

    /** Each text is executed as a string, since the block's language reads some statements in its own way. */
    private Statement block(CompiledAttempt attempt) {
        Sql body = syntax.sql(
                """
                BEGIN
                $S
                EXCEPTION
                    WHEN lock_not_available OR transaction_rollback OR insufficient_resources
                        OR operator_intervention OR system_error OR internal_error THEN
                        RAISE;
                    WHEN OTHERS THEN
                $S
                END""",
                executed("    ", attempt.tried()),
                executed("        ", attempt.instead()));
        return Statement.of(DoBlock.of(syntax, body), "try, or else do the other", lock(attempt));
    }

    private Sql executed(String indent, List<CompiledStep> steps) {
        List<Sql> lines = steps.stream()
                .flatMap(step -> step.actions().stream())
                .flatMap(this::texts)
                .map(text -> syntax.sql("$SEXECUTE $S;", Sql.raw(indent), DoBlock.quoted(text)))
                .toList();
        return lines.isEmpty() ? syntax.sql("$SNULL;", Sql.raw(indent)) : Sql.joined("\n", lines);
    }

    private Stream<Sql> texts(Action action) {
        if (action instanceof Check check) {
            return script.guard(check).stream();
        }
        if (action instanceof CodeCall || !((Statement) action).transactional()) {
            throw new UnsupportedOnDialectException(
                    "a script can't do it where an attempt failed, since it can't run inside a block (%s): run it online"
                            .formatted(action.summary()));
        }
        return Stream.of(((Statement) action).sql());
    }

    private static LockImpact lock(CompiledAttempt attempt) {
        return attempt.steps().stream()
                .flatMap(step -> step.actions().stream())
                .filter(Statement.class::isInstance)
                .map(action -> ((Statement) action).lock())
                .max(Comparator.comparing(LockImpact::level))
                .orElse(LockImpact.none());
    }
}
