package dev.aludel.dialect;

import dev.aludel.sql.Action;
import dev.aludel.sql.CodeCall;
import dev.aludel.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an attempt comes to on a database.
 *
 * @param tried what is tried, in order
 * @param instead what is done where the database refuses that, in order
 */
public record CompiledAttempt(List<CompiledStep> tried, List<CompiledStep> instead) {

    public CompiledAttempt {
        tried = List.copyOf(tried);
        instead = List.copyOf(instead);
    }

    /** All steps, in order. */
    public List<CompiledStep> steps() {
        return Stream.concat(tried.stream(), instead.stream()).toList();
    }

    /** How many statements are tried. */
    public long statements() {
        return actions().filter(Statement.class::isInstance).count();
    }

    /** Refuses what couldn't be undone on any database. */
    void requireUndoable() {
        actions().forEach(action -> {
            if (action instanceof CodeCall) {
                throw new UnsupportedOnDialectException(
                        "Java can't be tried, since what it does outside the database can't be undone: let the Java catch what it expects");
            }
            if (action instanceof Statement statement && !statement.transactional()) {
                throw new UnsupportedOnDialectException(
                        "it can't be tried, since it must run outside of any transaction (%s), and could not be undone"
                                .formatted(statement.summary()));
            }
        });
    }

    private Stream<Action> actions() {
        return tried.stream().flatMap(step -> step.actions().stream());
    }
}
