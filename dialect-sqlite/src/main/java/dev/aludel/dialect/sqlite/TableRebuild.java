package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.CompiledStep;
import dev.aludel.dialect.LiveSchemaException;
import dev.aludel.dialect.Step;
import dev.aludel.model.Table;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropIndex;
import dev.aludel.sql.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One rebuild of a table for neighbouring steps: first from the model, and online once more from the live table. */
record TableRebuild(SqliteCompiler compiler, List<Step> steps) {

    /** The rebuild as the model alone knows it: what a script runs, and what a plan shows. */
    CompiledStep compile() {
        TableSource source = ofModel();
        RebuildDraft draft = draft(source);
        ModelChecks model = new ModelChecks(compiler.sqlSyntax(), source);
        List<Action> actions = new ArrayList<>();
        actions.add(model.columnsExist(before()));
        actions.addAll(draft.checks());
        if (!compiler.isOnline()) {
            actions.add(model.nothingUnknown(droppedIndexes()));
        }
        actions.addAll(new RebuildActions(draft).actions());
        return new CompiledStep(steps, actions, true);
    }

    /**
     * The rebuild of the live table: the planned one where it is what the plan was made for.
     *
     * @throws LiveSchemaException when it contradicts the model, or something depends on it that would break
     */
    CompiledStep refine(CompiledStep compiled, LiveSchema live, Connection connection) throws SQLException {
        requireNoLeftover(live);
        boolean hasMany = live.table(before().name()).isPresent()
                && ConsecutiveRows.areWorthAsking(connection, compiler.sqlSyntax(), before().name());
        return isAsPlanned(live) && !hasMany ? compiled : refined(compiled, live, connection, hasMany);
    }

    /** Whether the table is as the model has it, to the letter, and nothing is there that could speak of a column. */
    private boolean isAsPlanned(LiveSchema live) {
        Table table = before();
        return live.hasOnlyTablesAndIndexes()
                && dependents().objects().isEmpty()
                && !dropsColumn()
                && live.find(table.name()).equals(Optional.of(TableSource.object(table, compiler)))
                && live.indexesOf(table.name()).equals(TableSource.indexes(table, compiler));
    }

    /** Of an index that speaks of a column which is dropped, the model may know nothing. */
    private boolean dropsColumn() {
        return steps.stream()
                .map(Step::operation)
                .anyMatch(operation -> operation instanceof AlterTable alter
                        && alter.changes().stream().anyMatch(DropColumn.class::isInstance));
    }

    private CompiledStep refined(CompiledStep compiled, LiveSchema live, Connection connection, boolean hasMany)
            throws SQLException {
        String name = before().name();
        TableSource source = TableSource.ofLive(name, live);
        new LiveText(source.text(), name).requireColumns(before());
        RebuildDraft draft = draft(source);
        new LiveDependents(connection, compiler.sqlSyntax(), live, draft).requireNone();
        boolean isConsecutive = hasMany && isConsecutive(connection, draft);
        return compiled.withActions(replaced(compiled.actions(), new RebuildActions(draft, isConsecutive).actions()));
    }

    private boolean isConsecutive(Connection connection, RebuildDraft draft) throws SQLException {
        Optional<String> rowid = draft.rows().rowid();
        return rowid.isPresent() && ConsecutiveRows.are(connection, compiler.sqlSyntax(), before().name(), rowid.get());
    }

    /** The actions with those of the model's rebuild replaced; what stands before and after them is none of its own. */
    private List<Action> replaced(List<Action> actions, List<Action> live) {
        List<Action> fromModel = new RebuildActions(draft(ofModel())).actions();
        int start = Collections.indexOfSubList(actions, fromModel);
        List<Action> replaced = new ArrayList<>(actions.subList(0, start));
        replaced.addAll(live);
        replaced.addAll(actions.subList(start + fromModel.size(), actions.size()));
        return replaced;
    }

    private TableSource ofModel() {
        return TableSource.ofModel(before(), compiler, dependents());
    }

    private LiveSchema dependents() {
        Step first = steps.get(0);
        return compiler.objects().dependents(first.before(), first);
    }

    private Table before() {
        String table = steps.get(0).operation().changedTable().orElseThrow();
        return steps.get(0).before().table(table);
    }

    private RebuildDraft draft(TableSource source) {
        RebuildDraft draft = new RebuildDraft(compiler, source, before());
        steps.forEach(draft::take);
        return draft;
    }

    private List<String> droppedIndexes() {
        return steps.stream()
                .map(Step::operation)
                .filter(DropIndex.class::isInstance)
                .map(operation -> ((DropIndex) operation).index())
                .toList();
    }

    /** Nothing of ours is ever left over, since a rebuild is one transaction: so the table may be somebody's data. */
    private void requireNoLeftover(LiveSchema live) {
        String temporary = RebuildActions.temporaryName(before().name());
        if (live.find(temporary).isPresent()) {
            throw new LiveSchemaException(
                    "table \"%s\" stands where the new form of table \"%s\" is to be made, and Aludel drops nothing that it didn't make in this run. See what it holds, and drop or rename it; nothing was changed"
                            .formatted(temporary, before().name()));
        }
    }
}
