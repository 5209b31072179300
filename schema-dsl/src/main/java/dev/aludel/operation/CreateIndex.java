package dev.aludel.operation;

import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param ifNotExists whether an index of this name that is there already is left as it is
 */
public record CreateIndex(String table, Index index, boolean ifNotExists) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return isThere(before) ? before : before.withTableChanged(table, current -> current.withIndex(index));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return isThere(before) ? List.of() : List.of(new DropIndex(table, index.name(), ifNotExists));
    }

    /** Whether the model has the index already, and that is no error. */
    public boolean isThere(SchemaModel before) {
        return ifNotExists && before.table(table).findIndex(index.name()).isPresent();
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "create index \"%s\" on \"%s\"".formatted(index.name(), table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
