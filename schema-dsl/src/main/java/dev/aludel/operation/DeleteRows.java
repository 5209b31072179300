package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes rows.
 *
 * @param rows the rows to delete, each by the values of some columns; empty where only {@code where} chooses
 * @param where chooses the rows by a condition; with neither, all of them
 */
public record DeleteRows(String table, List<Map<String, Value>> rows, Optional<Condition> where, Reversal reversal)
        implements Operation {

    public DeleteRows {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Table emptied = before.table(table);
        rows.forEach(row -> row.keySet().forEach(emptied::column));
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return reversal.require(describe());
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "delete from \"%s\"".formatted(table);
    }

    @Override
    public boolean losesData() {
        return true;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.deleteRows(this);
    }
}
