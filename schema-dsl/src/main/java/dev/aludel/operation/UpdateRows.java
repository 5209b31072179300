package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets columns of the rows that meet a condition.
 *
 * @param values the new value of each column, in the order given; at least one
 * @param from where values may come from as well; rows that it has nothing for stay as they are
 * @param where chooses the rows; empty for all of them
 */
public record UpdateRows(
        String table,
        Map<String, Value> values,
        Optional<UpdateSource> from,
        Optional<Condition> where,
        Reversal reversal)
        implements Operation {

    /** An update that takes no values from elsewhere. */
    public UpdateRows(String table, Map<String, Value> values, Optional<Condition> where, Reversal reversal) {
        this(table, values, Optional.empty(), where, reversal);
    }

    public UpdateRows {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Table updated = before.table(table);
        values.keySet().forEach(updated::column);
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return reversal.require(describe());
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        Map<String, Value> there = new LinkedHashMap<>();
        values.forEach((column, value) -> there.put(column, value.on(dialect)));
        return List.of(new UpdateRows(table, there, from, where, reversal));
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "update \"%s\"".formatted(table);
    }

    @Override
    public boolean losesData() {
        return true;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.updateRows(this);
    }
}
