package dev.aludel.dialect.mysql;

import dev.aludel.dialect.RowSource;
import dev.aludel.model.Column;
import dev.aludel.model.Constraint;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table's rows as a batch is going to leave them, said over the rows that are there. */
final class ProjectedRows {

    private final TableBatch batch;
    private final MysqlSyntax syntax;
    private final MovedValues moved;
    private final Map<String, Sql> values = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> empty = new HashSet<>();

    ProjectedRows(TableBatch batch, MysqlSyntax syntax, MovedValues moved) {
        this.batch = batch;
        this.syntax = syntax;
        this.moved = moved;
        batch.columns().forEach(this::add);
    }

    /** Whether no row has a value in one of {@code columns}, so that no key over them can be violated. */
    boolean isEmptyIn(List<String> columns) {
        return columns.stream().anyMatch(empty::contains);
    }

    /** The rows for a constraint of the batch. */
    RowSource source() {
        // A subquery of the author's may need what an earlier step makes.
        boolean precondition = values.values().stream().noneMatch(Sql::hasSubquery);
        return new RowSource(tableWithoutNewConstraints(), rows(), key(), unknown, precondition);
    }

    private void add(ColumnPlan plan) {
        String name = plan.now().name();
        if (plan.isAdded()) {
            addNew(name, plan);
        } else if (plan.isConverted()) {
            values.put(name, moved.converted(plan));
        } else {
            Sql old = syntax.name(plan.origin().orElseThrow().name());
            values.put(name, plan.fill().isPresent() ? syntax.sql("COALESCE($S, $S)", old, moved.filling(plan)) : old);
        }
    }

    /** A default's expression may have an effect, so that a check must not evaluate it. */
    private void addNew(String name, ColumnPlan plan) {
        Optional<Value> value = plan.fill().or(() -> plan.now().defaultValue());
        if (plan.now().autoIncrement().isPresent() || plan.now().generated().isPresent()) {
            unknown.add(name);
        } else if (value.isEmpty() || value.get() instanceof Value.Null) {
            values.put(name, Sql.raw("NULL"));
            empty.add(name);
        } else if (value.get().isComputed()) {
            unknown.add(name);
        } else {
            values.put(name, moved.storedValue().apply(value.get(), plan.now()));
        }
    }

    private Table tableWithoutNewConstraints() {
        Table table = batch.tableAfter();
        for (Constraint added : batch.addedConstraints()) {
            table = table.findConstraint(added.name()).isPresent() ? table.withoutConstraint(added.name()) : table;
        }
        return table;
    }

    private Sql rows() {
        boolean isPlain =
                values.entrySet().stream().allMatch(entry -> entry.getValue().equals(syntax.name(entry.getKey())));
        if (isPlain) {
            return syntax.name(batch.table());
        }
        List<Sql> selected = new ArrayList<>();
        values.forEach((name, value) ->
                selected.add(value.equals(syntax.name(name)) ? value : syntax.sql("$S AS $N", value, name)));
        return syntax.sql("(SELECT $S FROM $N)", selected, batch.table());
    }

    /** The primary key under the names that its columns have afterwards. */
    private List<Sql> key() {
        List<String> columns =
                batch.tableBefore().primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return batch.columns().stream()
                .filter(plan -> plan.origin()
                        .map(Column::name)
                        .filter(columns::contains)
                        .isPresent())
                .map(plan -> syntax.name(plan.now().name()))
                .toList();
    }
}
