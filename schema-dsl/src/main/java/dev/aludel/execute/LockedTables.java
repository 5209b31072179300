package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.operation.CreateTable;
import dev.aludel.sql.LockImpact.Level;
import dev.aludel.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that a transaction has locked so far, as far as its statements say. */
final class LockedTables {

    private final Map<String, Level> levels = new HashMap<>();

    /** Whether all that the statement locks is locked already, so that it waits for nobody. */
    boolean suffice(CompiledStep step, Statement statement) {
        Level wanted = statement.lock().level();
        Set<String> tables =
                new HashSet<>(LockTarget.of(step, Optional.of(statement)).tables());
        if (wanted == Level.NONE) {
            return true;
        }
        if (tables.isEmpty()) {
            return false;
        }
        Optional<String> made = made(step);
        if (made.isPresent() && levels.containsKey(made.get())) {
            return true;
        }
        made.ifPresent(tables::remove);
        return tables.stream()
                .allMatch(table -> levels.getOrDefault(table, Level.NONE).compareTo(wanted) >= 0);
    }

    /** The table that a step creates, and that its statements after the first complete. */
    private static Optional<String> made(CompiledStep step) {
        return step.steps().size() == 1 && step.steps().get(0).operation() instanceof CreateTable create
                ? Optional.of(create.table().name())
                : Optional.empty();
    }

    /** The statement locks what it says of its own table; of a table that it creates nobody else knows. */
    void add(CompiledStep step, Statement statement) {
        if (step.steps().size() == 1) {
            Step only = step.steps().get(0);
            Level level = only.operation() instanceof CreateTable
                    ? Level.READS_AND_WRITES
                    : statement.lock().level();
            NewTables.table(only.operation())
                    .ifPresent(table -> levels.merge(table, level, (one, two) -> one.compareTo(two) > 0 ? one : two));
        }
    }
}
