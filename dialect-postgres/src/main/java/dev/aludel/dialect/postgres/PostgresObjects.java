package dev.aludel.dialect.postgres;

import dev.aludel.dialect.ObjectStatements;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.DatabaseObject;
import dev.aludel.model.DialectId;
import dev.aludel.model.Index;
import dev.aludel.model.Value;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameViewColumn;
import dev.aludel.operation.RenameViewIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL has all kinds of objects, and replaces views in place. */
final class PostgresObjects extends ObjectStatements {

    private final PostgresCompiler compiler;

    PostgresObjects(PostgresCompiler compiler) {
        super(compiler);
        this.compiler = compiler;
    }

    @Override
    protected boolean replacesInPlace(DatabaseObject object) {
        return object instanceof DatabaseObject.View view && view.storage().isEmpty();
    }

    @Override
    protected List<Sql> creation(DatabaseObject object, boolean replacing, Step step) {
        return object instanceof DatabaseObject.Extension
                ? List.of(sql("CREATE EXTENSION IF NOT EXISTS $N", object.name()))
                : super.creation(object, replacing, step);
    }

    @Override
    protected List<Sql> view(DatabaseObject.View view, boolean replacing) {
        boolean stored = view.storage().isPresent();
        Sql kind = Sql.raw(stored ? "MATERIALIZED VIEW" : "VIEW");
        List<Sql> statements = new ArrayList<>(List.of(sql(
                "CREATE $S$S $N AS\n$S",
                Sql.raw(replacing && !stored ? "OR REPLACE " : ""),
                kind,
                view.name(),
                query(view))));
        view.comment()
                .ifPresent(
                        comment -> statements.add(sql("COMMENT ON $S $N IS $V", kind, view.name(), Value.of(comment))));
        for (Index index : view.storage().map(DatabaseObject.Storage::indexes).orElse(List.of())) {
            statements.add(compiler.index(new CreateIndex(view.name(), index.on(DialectId.POSTGRESQL), false))
                    .sql());
        }
        return statements;
    }

    @Override
    protected List<Sql> updatedAt(DatabaseObject.UpdatedAtTrigger trigger, Column column, Step step) {
        Sql function = sql(
                """
                CREATE FUNCTION $N() RETURNS trigger LANGUAGE plpgsql AS $$$$
                BEGIN
                    NEW.$N = $S;
                    RETURN NEW;
                END
                $$$$""",
                trigger.name(),
                trigger.column(),
                clock(column));
        return List.of(
                function,
                sql(
                        "CREATE TRIGGER $N BEFORE UPDATE ON $N\nFOR EACH ROW EXECUTE FUNCTION $N()",
                        trigger.name(),
                        trigger.onTable(),
                        trigger.name()));
    }

    @Override
    protected List<Sql> removal(DatabaseObject object) {
        if (object instanceof DatabaseObject.Extension) {
            return List.of(sql("DROP EXTENSION $N", object.name()));
        }
        if (object instanceof DatabaseObject.View view && view.storage().isPresent()) {
            return List.of(sql("DROP MATERIALIZED VIEW $N", view.name()));
        }
        if (object instanceof DatabaseObject.UpdatedAtTrigger) {
            return List.of(dropTrigger(object), dropFunction(object));
        }
        return object instanceof DatabaseObject.Trigger
                        && !super.removal(object).isEmpty()
                ? List.of(dropTrigger(object))
                : super.removal(object);
    }

    /** What a table that goes leaves behind: its triggers go with it, and their functions stay. */
    List<Action> leftBehind(String table, Step step) {
        return step.before().objectsOf(table).stream()
                .filter(DatabaseObject.UpdatedAtTrigger.class::isInstance)
                .<Action>map(
                        trigger -> statement(dropFunction(trigger), "drop function \"%s\"".formatted(trigger.name())))
                .toList();
    }

    @Override
    protected List<Action> refresh(RefreshView operation, Step step) {
        if (step.before().view(operation.view()).storage().isEmpty()) {
            return super.refresh(operation, step);
        }
        Sql sql = sql(
                "REFRESH MATERIALIZED VIEW $S$N",
                Sql.raw(operation.concurrently() ? "CONCURRENTLY " : ""),
                operation.view());
        LockImpact lock = operation.concurrently()
                ? new LockImpact(LockImpact.Level.WRITES, true, "EXCLUSIVE on the view")
                : new LockImpact(LockImpact.Level.READS_AND_WRITES, true, "ACCESS EXCLUSIVE on the view");
        return List.of(Statement.of(sql, operation.describe(), lock));
    }

    @Override
    protected List<Action> renameColumn(RenameViewColumn operation, Step step) {
        boolean stored = step.before().view(operation.view()).storage().isPresent();
        return List.of(statement(
                sql(
                        "ALTER $S $N RENAME COLUMN $N TO $N",
                        Sql.raw(stored ? "MATERIALIZED VIEW" : "VIEW"),
                        operation.view(),
                        operation.from(),
                        operation.to()),
                operation.describe()));
    }

    @Override
    protected List<Action> renameIndex(RenameViewIndex operation, Step step) {
        return List.of(
                statement(sql("ALTER INDEX $N RENAME TO $N", operation.from(), operation.to()), operation.describe()));
    }

    private Sql dropTrigger(DatabaseObject trigger) {
        return sql("DROP TRIGGER $N ON $N", trigger.name(), trigger.table().orElseThrow());
    }

    private Sql dropFunction(DatabaseObject trigger) {
        return sql("DROP FUNCTION $N()", trigger.name());
    }
}
