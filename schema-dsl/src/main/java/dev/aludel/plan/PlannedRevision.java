package dev.aludel.plan;

import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.CompiledStep;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Header;
import dev.aludel.revision.Move;
import dev.aludel.sql.Action;
import dev.aludel.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One revision of a plan, in one direction.
 *
 * @param preparation statements that run first, inside the revision's transaction where there is one: they create the
 *     version table and the migration log where they aren't there yet
 * @param operationsHash the canonical operations, with the hash's algorithm; empty for a stamp
 * @param compiled what it comes to on the database
 * @param versionStatements move the version table's rows, in order, each of them changing exactly one row
 */
public record PlannedRevision(
        Header header,
        Move move,
        List<Statement> preparation,
        Optional<String> operationsHash,
        CompiledRevision compiled,
        List<Statement> versionStatements) {

    public PlannedRevision {
        preparation = List.copyOf(preparation);
        versionStatements = List.copyOf(versionStatements);
    }

    /** All that is done for it, in order: preparation, preconditions, steps, version rows. */
    public List<Action> actions() {
        Stream<Action> steps = compiled.steps().stream().flatMap(step -> step.actions().stream());
        return Stream.of(preparation.stream(), compiled.preconditions().stream(), steps, versionStatements.stream())
                .<Action>flatMap(actions -> actions)
                .toList();
    }

    /** Whether all of it may run in one transaction: none of its statements asks to run outside. */
    public boolean isTransactional() {
        return actions().stream()
                .allMatch(action -> !(action instanceof Statement statement) || statement.transactional());
    }

    /** Where the database does something else than was asked for, in order, each a sentence without a full stop. */
    public List<String> warnings() {
        return compiled.steps().stream()
                .flatMap(step -> step.warnings().stream())
                .toList();
    }

    /** The operations that throw away data, in order, in a few words each. */
    public List<String> losses() {
        return compiled.steps().stream()
                .map(CompiledStep::steps)
                .flatMap(List::stream)
                .map(step -> step.operation())
                .filter(Operation::losesData)
                .map(Operation::describe)
                .toList();
    }
}
