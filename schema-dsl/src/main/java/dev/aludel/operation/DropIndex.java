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
 * @param concurrently whether readers and writers go on meanwhile, outside any transaction, on a database that would keep
 *     them waiting otherwise; on others it makes no difference
 */
public record DropIndex(String table, String index, boolean ifExists, boolean concurrently) implements Operation {

    /** An index whose end may keep readers and writers waiting. */
    public DropIndex(String table, String index, boolean ifExists) {
        this(table, index, ifExists, false);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return isAbsent(before) ? before : before.withTableChanged(table, current -> current.withoutIndex(index));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        Optional<Index> dropped = before.table(table).findIndex(index);
        return dropped.map(known -> List.<Operation>of(new CreateIndex(table, known, ifExists, concurrently)))
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
        return "drop index \"%s\" of \"%s\"%s".formatted(index, table, concurrently ? " concurrently" : "");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
