package dev.aludel.dialect.postgres;

import dev.aludel.dialect.EnumColumns;
import dev.aludel.dialect.Step;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.EnumType;
import dev.aludel.model.Index;
import dev.aludel.model.IndexPart;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AlterEnum;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.EnumChange;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * New and renamed values are told to the type itself. PostgreSQL can't drop one: the type is made anew, and each column
 * moves over to it, which rewrites its table.
 */
final class EnumAlteration {

    private final PostgresCompiler compiler;
    private final AlterEnum operation;
    private final Step step;
    private final EnumColumns columns;

    EnumAlteration(PostgresCompiler compiler, AlterEnum operation, Step step) {
        this.compiler = compiler;
        this.operation = operation;
        this.step = step;
        this.columns = new EnumColumns(compiler.sqlSyntax());
    }

    /**
     * The actions.
     *
     * @param isUsedNext whether a later step of the revision may use a new value, which PostgreSQL allows only once it is
     *     committed (error 55P04)
     */
    List<Action> actions(boolean isUsedNext) {
        boolean drops = operation.changes().stream().anyMatch(EnumChange.DropValue.class::isInstance);
        return drops
                ? anew()
                : operation.changes().stream()
                        .<Action>map(change -> inPlace(change, isUsedNext))
                        .toList();
    }

    private Statement inPlace(EnumChange change, boolean isUsedNext) {
        if (change instanceof EnumChange.RenameValue rename) {
            return statement(
                    compiler.template(
                            "ALTER TYPE $N RENAME VALUE $V TO $V",
                            operation.name(),
                            Value.of(rename.from()),
                            Value.of(rename.to())),
                    LockImpact.none());
        }
        EnumChange.AddValue add = (EnumChange.AddValue) change;
        Sql place = add.place()
                .map(wanted ->
                        compiler.template(wanted.before() ? " BEFORE $V" : " AFTER $V", Value.of(wanted.neighbour())))
                .orElse(Sql.raw(""));
        Statement statement = statement(
                compiler.template(
                        "ALTER TYPE $N ADD VALUE $S$V$S",
                        operation.name(),
                        Sql.raw(isUsedNext ? "IF NOT EXISTS " : ""),
                        Value.of(add.value()),
                        place),
                LockImpact.none());
        return isUsedNext ? statement.outsideTransaction().asRepeatable() : statement;
    }

    private List<Action> anew() {
        String old = "aludel_old_" + operation.name();
        EnumType changed = step.after().enumeration(operation.name());
        List<Action> actions = new ArrayList<>(columns.checks(operation, step));
        actions.add(
                statement(compiler.template("ALTER TYPE $N RENAME TO $N", operation.name(), old), LockImpact.none()));
        actions.add(statement(compiler.createType(changed), LockImpact.none()));
        for (Table table : step.before().tablesUsing(operation.name())) {
            actions.addAll(moved(table));
        }
        actions.add(statement(compiler.template("DROP TYPE $N", old), LockImpact.none()));
        return actions;
    }

    /** Expressions compare with the old type's values, so that they go before and come back after. */
    private List<Action> moved(Table table) {
        List<String> users = table.columnsOf(operation.name()).stream()
                .flatMap(column -> table.usersOf(column.name()).stream())
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> users.contains(index.name()) && hasExpression(index))
                .toList();
        List<CheckConstraint> checks = table.checkConstraints().stream()
                .filter(check -> users.contains(check.name()))
                .toList();
        List<Action> actions = new ArrayList<>();
        indexes.forEach(index -> actions.add(statement(
                compiler.template("DROP INDEX $N", index.name()),
                new TableLock().exclusive().impact())));
        actions.add(alterTable(table, checks));
        indexes.forEach(index -> actions.add(compiler.index(new CreateIndex(table.name(), index, false))));
        return actions;
    }

    private Statement alterTable(Table table, List<CheckConstraint> checks) {
        List<Sql> clauses = new ArrayList<>();
        checks.forEach(check -> clauses.add(compiler.template("DROP CONSTRAINT $N", check.name())));
        table.columnsOf(operation.name()).forEach(column -> clauses.addAll(clauses(table, column)));
        checks.forEach(check -> clauses.add(compiler.template("ADD $S", compiler.constraint(table.name(), check))));
        TableLock lock = new TableLock().exclusive();
        lock.rewriting();
        return statement(
                compiler.template("ALTER TABLE $N\n    $S", table.name(), Sql.joined(",\n    ", clauses)),
                lock.impact());
    }

    private List<Sql> clauses(Table table, Column column) {
        Sql text = compiler.template("$N::text", column.name());
        Column after = step.after().table(table.name()).column(column.name());
        Sql moved = columns.movedValue(operation, step.before().enumeration(operation.name()), text)
                .map(value -> compiler.template("($S)", value))
                .orElse(text);
        List<Sql> clauses = new ArrayList<>();
        if (column.defaultValue().isPresent()) {
            clauses.add(compiler.template("ALTER COLUMN $N DROP DEFAULT", column.name()));
        }
        clauses.add(compiler.template(
                "ALTER COLUMN $N TYPE $N USING $S::$N", column.name(), operation.name(), moved, operation.name()));
        after.defaultValue()
                .ifPresent(value -> clauses.add(compiler.template(
                        "ALTER COLUMN $N SET DEFAULT $S", column.name(), compiler.storedValue(value, after))));
        return clauses;
    }

    private static boolean hasExpression(Index index) {
        return index.where().isPresent() || index.parts().stream().anyMatch(IndexPart::isExpression);
    }

    private Statement statement(Sql sql, LockImpact lock) {
        return Statement.of(sql, operation.describe(), lock);
    }
}
