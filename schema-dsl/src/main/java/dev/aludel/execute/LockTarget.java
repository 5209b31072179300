package dev.aludel.execute;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.model.ForeignKey;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an action wants to lock.
 *
 * @param tables those that it changes, and those that it refers to by keys that come or go; empty where they aren't known
 */
record LockTarget(Set<String> tables, LockImpact wanted) {

    /** The target of an action that no step brought along: the version table's, or a commit's. */
    static LockTarget unknown() {
        return new LockTarget(Set.of(), LockImpact.none());
    }

    static LockTarget of(CompiledStep step, Optional<Action> action) {
        LockImpact wanted = action.filter(Statement.class::isInstance)
                .map(statement -> ((Statement) statement).lock())
                .orElse(LockImpact.none());
        return new LockTarget(tables(step.steps()), wanted);
    }

    private static Set<String> tables(List<Step> steps) {
        List<Set<String>> each = steps.stream().map(LockTarget::tables).toList();
        boolean known = each.stream().noneMatch(Set::isEmpty);
        return known ? each.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)) : Set.of();
    }

    private static Set<String> tables(Step step) {
        Operation operation = step.operation();
        Set<String> tables = new TreeSet<>();
        if (operation instanceof CreateTable create) {
            tables.add(create.table().name());
        }
        operation.changedTable().ifPresent(tables::add);
        if (operation instanceof CreateTable || operation instanceof DropTable || operation instanceof AlterTable) {
            tables.addAll(referenced(step, Set.copyOf(tables)));
        }
        return tables;
    }

    private static Set<String> referenced(Step step, Set<String> tables) {
        return Stream.of(step.before(), step.after())
                .flatMap(schema -> tables.stream().flatMap(table -> schema.find(table).stream()))
                .flatMap(table -> table.foreignKeys().stream())
                .map(ForeignKey::referencedTable)
                .collect(Collectors.toSet());
    }
}
