package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.Index;
import dev.aludel.model.Table;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DropIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.Probe;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Statement;
import dev.aludel.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A table's conversion by new columns: indexes on the old columns go first, the values are written in one UPDATE, and indexes
 * come last. The table itself stays, and so does whatever refers to it.
 */
final class NewColumnConversion {

    /** With a blank, so that hardly a column is called the same. */
    private static final String ALL_ROWS = "all rows";

    private final SqliteCompiler compiler;
    private final Syntax syntax;
    private final List<Step> steps;
    private final Table before;
    private final Table after;
    private final RebuildDraft draft;
    private final List<AlterColumn> changes;

    /** The conversion that {@link NewColumns#cover} found possible. */
    NewColumnConversion(SqliteCompiler compiler, List<Step> steps) {
        this.compiler = compiler;
        this.syntax = compiler.sqlSyntax();
        this.steps = steps;
        String table = steps.get(0).operation().changedTable().orElseThrow();
        this.before = steps.get(0).before().table(table);
        this.after = steps.get(steps.size() - 1).after().table(table);
        this.draft =
                new RebuildDraft(compiler, TableSource.ofModel(before, compiler, new LiveSchema(List.of())), before);
        steps.forEach(draft::take);
        this.changes = steps.stream().flatMap(step -> changes(step).stream()).toList();
    }

    private static List<AlterColumn> changes(Step step) {
        return step.operation() instanceof AlterTable alter
                ? alter.changes().stream().map(AlterColumn.class::cast).toList()
                : List.of();
    }

    /** What differs from a rebuild, as a sentence without a full stop. */
    static String warning(Step step) {
        return "the converted columns %s of table \"%s\" will stand at the end of the table"
                .formatted(
                        changes(step).stream().map(AlterColumn::nameAfter).toList(),
                        step.operation().changedTable().orElseThrow());
    }

    CompiledStep compile() {
        ModelChecks model = new ModelChecks(syntax, draft.source());
        List<Action> actions = new ArrayList<>();
        actions.add(model.columnsExist(before));
        actions.addAll(draft.checks());
        actions.add(model.nothingUnknown(
                goingIndexes().stream().map(Index::name).toList(),
                "that a conversion by new columns could fire or lose",
                "Have this revision rebuild the table, which keeps it: choose ColumnConversion.REBUILD."));
        goingIndexes().forEach(index -> actions.add(dropIndex(index)));
        changes.forEach(change -> actions.add(addColumn(change)));
        actions.add(fill());
        actions.add(count());
        changes.stream()
                .filter(change -> !changed(change).nullable())
                .forEach(change -> actions.add(setNotNull(change)));
        changes.forEach(change -> actions.add(dropColumn(change)));
        changes.stream()
                .filter(change -> !freshName(change).equals(change.nameAfter()))
                .forEach(change ->
                        actions.add(compiler.renameColumn(before.name(), freshName(change), change.nameAfter())));
        comingIndexes().forEach(index -> actions.add(createIndex(index)));
        return new CompiledStep(steps, actions, false);
    }

    /** Those that the steps drop, and those that keep an old column from being dropped. */
    private List<Index> goingIndexes() {
        return before.indexes().stream().filter(isKept().negate()).toList();
    }

    private List<Index> comingIndexes() {
        return after.indexes().stream()
                .filter(index -> before.findIndex(index.name()).filter(isKept()).isEmpty())
                .toList();
    }

    private Predicate<Index> isKept() {
        return index -> after.findIndex(index.name()).filter(index::equals).isPresent()
                && changes.stream()
                        .noneMatch(change -> before.usersOf(change.column()).contains(index.name()));
    }

    /** The new column's name until the old one is gone. */
    private static String freshName(AlterColumn change) {
        return change.nameAfter().equalsIgnoreCase(change.column())
                ? "aludel_new_" + change.column()
                : change.nameAfter();
    }

    private Column changed(AlterColumn change) {
        return change.changed(before.column(change.column()));
    }

    private Statement dropIndex(Index index) {
        boolean mayBeMissing = steps.stream()
                .map(Step::operation)
                .filter(DropIndex.class::isInstance)
                .map(DropIndex.class::cast)
                .anyMatch(drop -> drop.ifExists() && drop.index().equals(index.name()));
        return statement(
                        syntax.sql(mayBeMissing ? "DROP INDEX IF EXISTS $N" : "DROP INDEX $N", index.name()),
                        "drop index \"%s\" of \"%s\"".formatted(index.name(), before.name()),
                        false)
                .leadsTo(Probe.indexExists(before.name(), index.name()).negated());
    }

    private Statement addColumn(AlterColumn change) {
        Column fresh = changed(change).withName(freshName(change)).withNullable(true);
        return statement(
                        syntax.sql("ALTER TABLE $N ADD COLUMN $S", before.name(), compiler.columnSql(fresh, false)),
                        "add column \"%s\" to \"%s\"".formatted(fresh.name(), before.name()),
                        false)
                .leadsTo(Probe.columnExists(before.name(), fresh.name()));
    }

    private Statement fill() {
        List<Sql> assignments = changes.stream()
                .map(change ->
                        syntax.sql("$N = $S", freshName(change), draft.rows().value(change.nameAfter())))
                .toList();
        return statement(
                syntax.sql("UPDATE $N\nSET $S", before.name(), Sql.joined(",\n    ", assignments)),
                "convert the values of %s of table \"%s\"".formatted(names(), before.name()),
                true);
    }

    private List<String> names() {
        return changes.stream().map(AlterColumn::column).toList();
    }

    private Check count() {
        List<Sql> counts = new ArrayList<>(List.of(syntax.sql("count(*) AS $N", ALL_ROWS)));
        List<Sql> differences = new ArrayList<>();
        for (AlterColumn change : changes) {
            counts.add(syntax.sql("count($N) AS $N", change.column(), change.column()));
            counts.add(syntax.sql("count($N) AS $N", freshName(change), freshName(change)));
            boolean fills = change.fillNull().isPresent();
            differences.add(syntax.sql("$N <> $N", freshName(change), fills ? ALL_ROWS : change.column()));
        }
        Sql query = syntax.sql(
                """
                SELECT 1 AS $N, *
                FROM (SELECT $S FROM $N)
                WHERE $S""",
                Check.COUNT_LABEL,
                counts,
                before.name(),
                Sql.joined("\n  OR ", differences));
        return new Check(
                        before.name(),
                        query,
                        "check that the new columns of table \"%s\" have every value".formatted(before.name()),
                        new Check.Failure(
                                "the new columns of table \"%s\" do not have every value of the old ones"
                                        .formatted(before.name()),
                                "Look for a filling of this revision that comes to NULL."),
                        false)
                .explainedBy(draft.checksOfCopy());
    }

    private Statement setNotNull(AlterColumn change) {
        return statement(
                syntax.sql("ALTER TABLE $N ALTER COLUMN $N SET NOT NULL", before.name(), freshName(change)),
                "set column \"%s\" of \"%s\" NOT NULL".formatted(freshName(change), before.name()),
                false);
    }

    private Statement dropColumn(AlterColumn change) {
        return statement(
                        syntax.sql("ALTER TABLE $N DROP COLUMN $N", before.name(), change.column()),
                        "drop column \"%s\" of \"%s\"".formatted(change.column(), before.name()),
                        true)
                .leadsTo(Probe.columnExists(before.name(), change.column()).negated());
    }

    private Statement createIndex(Index index) {
        return statement(
                        compiler.indexSql(before.name(), index),
                        "create index \"%s\" on \"%s\"".formatted(index.name(), before.name()),
                        false)
                .leadsTo(Probe.indexExists(before.name(), index.name()));
    }

    private static Statement statement(Sql sql, String summary, boolean rewrites) {
        return Statement.of(sql, summary, LockFacts.write(rewrites));
    }
}
