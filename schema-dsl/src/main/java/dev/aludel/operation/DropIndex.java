package dev.aludel.operation;

import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/**
 * Drops an index.
 *
 * @param table the table that it belongs to, which MySQL must be told
 * @param ifExists whether an index that isn't there is no error
 */
public record DropIndex(String table, String index, boolean ifExists) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return isAbsent(before) ? before : before.withTableChanged(table, current -> current.withoutIndex(index));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        Optional<Index> dropped = before.table(table).findIndex(index);
        return dropped.map(known -> List.<Operation>of(new CreateIndex(table, known, ifExists)))
                .orElse(List.of());
    }

    /** Whether the model doesn't have the index, and that is no error. */
    public boolean isAbsent(SchemaModel before) {
        return ifExists && before.table(table).findIndex(index).isEmpty();
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "drop index \"%s\" of \"%s\"".formatted(index, table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
