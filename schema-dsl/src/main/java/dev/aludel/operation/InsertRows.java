package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inserts rows. Undone by deleting them again, where each has a primary key of known values and would have failed if it
 * had been there before.
 *
 * @param rows the values of each, in the order given; at least one row of at least one column
 * @param ignoresConflicts whether a row that breaks a primary key or a unique constraint is left out
 * @param unlessSame a row is left out where one with the same values in these columns is there; empty for no such look
 */
public record InsertRows(
        String table,
        List<Map<String, Value>> rows,
        boolean ignoresConflicts,
        List<String> unlessSame,
        Reversal reversal)
        implements Operation {

    public InsertRows {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
        unlessSame = List.copyOf(unlessSame);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Table filled = before.table(table);
        rows.forEach(row -> row.keySet().forEach(filled::column));
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return reversal.operations().isPresent() ? reversal.require(describe()) : deleted(before);
    }

    private List<Operation> deleted(SchemaModel before) {
        List<Map<String, Value>> keys = keys(before.table(table));
        boolean allKnown = !ignoresConflicts && unlessSame.isEmpty() && keys.size() == rows.size();
        return allKnown
                ? List.of(new DeleteRows(table, keys, Optional.empty(), Reversal.unknown()))
                : reversal.require(describe());
    }

    /** The primary keys of the rows, of those that give it by values. */
    private List<Map<String, Value>> keys(Table filled) {
        List<String> key = filled.primaryKey().map(primary -> primary.columns()).orElse(List.of());
        List<Map<String, Value>> keys = new ArrayList<>();
        for (Map<String, Value> row : rows) {
            Map<String, Value> values = new LinkedHashMap<>(row);
            values.keySet().retainAll(key);
            if (!key.isEmpty()
                    && values.size() == key.size()
                    && values.values().stream().allMatch(InsertRows::isKnown)) {
                keys.add(values);
            }
        }
        return keys;
    }

    private static boolean isKnown(Value value) {
        return value instanceof Value.Text || value instanceof Value.Numeric || value instanceof Value.Logical;
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "insert %d %s into \"%s\"".formatted(rows.size(), rows.size() == 1 ? "row" : "rows", table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.insertRows(this);
    }
}
