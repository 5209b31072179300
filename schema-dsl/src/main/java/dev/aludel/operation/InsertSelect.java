package dev.aludel.operation;

import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * Inserts the rows that a query finds.
 *
 * @param columns the columns that get the query's values, in the query's order; at least one
 * @param query a SELECT for each dialect
 * @param ignoresConflicts whether a row that breaks a primary key or a unique constraint is left out
 */
public record InsertSelect(
        String table, List<String> columns, PerDialect<String> query, boolean ignoresConflicts, Reversal reversal)
        implements Operation {

    public InsertSelect {
        columns = List.copyOf(columns);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Table filled = before.table(table);
        columns.forEach(filled::column);
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
        return "insert into \"%s\" what a query finds".formatted(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.insertSelect(this);
    }
}
