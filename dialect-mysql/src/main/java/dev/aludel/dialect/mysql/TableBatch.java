package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Step;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.Index;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TableChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Neighbouring changes of one table that take effect together. It takes changes as long as their sum can be said in one
 * pass: what would drop something to make another of the same name, or move a column's values twice, begins a new batch.
 */
final class TableBatch {

    private final String table;
    private final SchemaModel before;
    private SchemaModel after;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, ColumnPlan> columns = new LinkedHashMap<>();
    private final List<Column> droppedColumns = new ArrayList<>();
    private final Map<String, CreateIndex> createdIndexes = new LinkedHashMap<>();
    private final Map<String, CreateIndex> assuredIndexes = new LinkedHashMap<>();
    private final Map<String, DropIndex> droppedIndexes = new LinkedHashMap<>();
    private final Map<String, String> renamedIndexes = new LinkedHashMap<>();
    private final Map<String, Constraint> addedConstraints = new LinkedHashMap<>();
    private final Map<String, Constraint> droppedConstraints = new LinkedHashMap<>();
    private Optional<CommentChange> tableComment = Optional.empty();

    TableBatch(String table, SchemaModel before) {
        this.table = table;
        this.before = before;
        this.after = before;
        tableBefore().columns().forEach(column -> columns.put(column.name(), ColumnPlan.unchanged(column)));
    }

    /** The batch of steps that one batch took before. */
    static TableBatch of(List<Step> steps) {
        TableBatch batch = new TableBatch(
                steps.get(0).operation().changedTable().orElseThrow(),
                steps.get(0).before());
        for (Step step : steps) {
            if (!batch.offer(step)) {
                throw new IllegalStateException("the steps belong to several batches: " + steps);
            }
        }
        return batch;
    }

    /** Takes a step with a single change of this table; false, and nothing is taken, where it needs a batch of its own. */
    boolean offer(Step step) {
        if (AlgorithmConflict.between(steps, step) || !take(step)) {
            return false;
        }
        steps.add(step);
        after = step.after();
        return true;
    }

    String table() {
        return table;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    SchemaModel schemaBefore() {
        return before;
    }

    Table tableBefore() {
        return before.table(table);
    }

    Table tableAfter() {
        return after.table(table);
    }

    /** The columns that there are afterwards, in the order of the model. */
    Collection<ColumnPlan> columns() {
        return columns.values();
    }

    /** Those whose values become others, in the order of the model. */
    List<ColumnPlan> convertedColumns() {
        return columns.values().stream().filter(ColumnPlan::isConverted).toList();
    }

    List<Column> droppedColumns() {
        return droppedColumns;
    }

    /** As the table has them in the end, with the names that their columns have by then. */
    List<CreateIndex> createdIndexes() {
        return createdIndexes.values().stream().map(this::inTheEnd).toList();
    }

    private CreateIndex inTheEnd(CreateIndex create) {
        Index index = tableAfter().findIndex(create.index().name()).orElse(create.index());
        return new CreateIndex(create.table(), index, create.ifNotExists(), create.concurrently());
    }

    /** Those that the model has already: they are created where the database lacks them; as {@link #createdIndexes}. */
    List<CreateIndex> assuredIndexes() {
        return assuredIndexes.values().stream().map(this::inTheEnd).toList();
    }

    Collection<DropIndex> droppedIndexes() {
        return droppedIndexes.values();
    }

    /** New names by old ones. */
    Map<String, String> renamedIndexes() {
        return renamedIndexes;
    }

    /** As the table has them in the end, with the names that their columns have by then. */
    List<Constraint> addedConstraints() {
        return addedConstraints.values().stream()
                .map(added -> tableAfter().findConstraint(added.name()).orElse(added))
                .toList();
    }

    Collection<Constraint> droppedConstraints() {
        return droppedConstraints.values();
    }

    /** The last change of the table's comment. */
    Optional<CommentChange> tableComment() {
        return tableComment;
    }

    /**
     * Whether the model alone tells the statements: columns and indexes are added, indexes dropped that no foreign key may
     * need, and nothing depends on what is there beside them.
     */
    boolean isToldByModel() {
        boolean addsColumnsOnly = droppedColumns.isEmpty()
                && columns.values().stream().allMatch(plan -> !plan.isChanged() || plan.isPlainAddition());
        boolean keepsConstraints = addedConstraints.isEmpty() && droppedConstraints.isEmpty();
        return addsColumnsOnly && keepsConstraints && hasPlainIndexChanges();
    }

    private boolean hasPlainIndexChanges() {
        boolean keepsServing =
                droppedIndexes.isEmpty() || tableBefore().foreignKeys().isEmpty();
        return keepsServing
                && assuredIndexes.isEmpty()
                && renamedIndexes.isEmpty()
                && createdIndexes.values().stream().noneMatch(CreateIndex::ifNotExists)
                && droppedIndexes.values().stream().noneMatch(DropIndex::ifExists);
    }

    private boolean take(Step step) {
        if (step.operation() instanceof CreateIndex create) {
            return take(create, step.before());
        }
        if (step.operation() instanceof DropIndex drop) {
            return take(drop);
        }
        if (step.operation() instanceof RenameIndex rename) {
            return take(rename);
        }
        TableChange change = ((AlterTable) step.operation()).changes().get(0);
        if (change instanceof AddColumn add) {
            return take(add);
        }
        if (change instanceof DropColumn drop) {
            return take(drop);
        }
        if (change instanceof AlterColumn alter) {
            return take(alter);
        }
        if (change instanceof CommentTable comment) {
            tableComment = Optional.of(comment.change());
            return true;
        }
        return change instanceof AddConstraint add ? take(add) : take((DropConstraint) change, step.before());
    }

    private boolean take(CreateIndex create, SchemaModel current) {
        (create.isThere(current) ? assuredIndexes : createdIndexes)
                .put(create.index().name(), create);
        return true;
    }

    private boolean take(DropIndex drop) {
        if (createdIndexes.containsKey(drop.index())
                || assuredIndexes.containsKey(drop.index())
                || renamedIndexes.containsValue(drop.index())) {
            return false;
        }
        droppedIndexes.putIfAbsent(drop.index(), drop);
        return true;
    }

    private boolean take(RenameIndex rename) {
        boolean independent = !createdIndexes.containsKey(rename.from())
                && !renamedIndexes.containsValue(rename.from())
                && tableBefore().findIndex(rename.to()).isEmpty();
        if (independent) {
            renamedIndexes.put(rename.from(), rename.to());
        }
        return independent;
    }

    private boolean take(AddColumn add) {
        if (isTaken(add.column().name())) {
            return false;
        }
        columns.put(
                add.column().name(),
                ColumnPlan.added(add.column(), add.fill().or(() -> differingDefault(add.column()))));
        return true;
    }

    /** ADD COLUMN may not make values that differ from one server to another (error 1674): an UPDATE may. */
    private static Optional<Value> differingDefault(Column column) {
        return column.defaultValue().filter(MysqlValues::differsByServer);
    }

    private boolean take(DropColumn drop) {
        ColumnPlan plan = plan(drop.column());
        if (plan.isChanged()) {
            return false;
        }
        columns.remove(drop.column());
        plan.origin().ifPresent(droppedColumns::add);
        return true;
    }

    private boolean take(AlterColumn alter) {
        ColumnPlan plan = plan(alter.column());
        boolean renames = !alter.nameAfter().equals(alter.column());
        if (!plan.canTake(alter) || (renames && isTaken(alter.nameAfter()))) {
            return false;
        }
        replace(alter.column(), plan.with(alter));
        return true;
    }

    private boolean take(AddConstraint add) {
        String name = add.constraint().name();
        boolean free = add.constraint() instanceof PrimaryKey || !droppedConstraints.containsKey(name);
        if (free) {
            addedConstraints.put(name, add.constraint());
        }
        return free;
    }

    private boolean take(DropConstraint drop, SchemaModel current) {
        if (addedConstraints.containsKey(drop.constraint())) {
            return false;
        }
        Optional<Constraint> known = current.table(table).findConstraint(drop.constraint());
        known.ifPresent(constraint -> droppedConstraints.put(constraint.name(), constraint));
        return true;
    }

    /** Whether a column of this name was there before, under whatever name it goes now. */
    private boolean isTaken(String name) {
        return tableBefore().find(name).isPresent() || columns.containsKey(name);
    }

    private ColumnPlan plan(String column) {
        ColumnPlan plan = columns.get(column);
        if (plan == null) {
            throw new IllegalStateException("column \"%s\" is not in the batch".formatted(column));
        }
        return plan;
    }

    /** Keeps the column's place among the others. */
    private void replace(String oldName, ColumnPlan plan) {
        Map<String, ColumnPlan> old = new LinkedHashMap<>(columns);
        columns.clear();
        old.forEach((name, kept) -> {
            ColumnPlan current = name.equals(oldName) ? plan : kept;
            columns.put(current.now().name(), current);
        });
    }
}
