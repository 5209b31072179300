package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.Index;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param ifNotExists whether an index of this name that is there already is left as it is
 * @param concurrently whether writers go on while it is built, outside any transaction, on a database that would keep them
 *     waiting otherwise; on others it makes no difference
 */
public record CreateIndex(String table, Index index, boolean ifNotExists, boolean concurrently) implements Operation {

    /** An index whose creation may keep writers waiting. */
    public CreateIndex(String table, Index index, boolean ifNotExists) {
        this(table, index, ifNotExists, false);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return isThere(before) ? before : before.withTableChanged(table, current -> current.withIndex(index));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return isThere(before) ? List.of() : List.of(new DropIndex(table, index.name(), ifNotExists, concurrently));
    }

    /** Whether the model has the index already, and that is no error. */
    public boolean isThere(SchemaModel before) {
        return ifNotExists && before.table(table).findIndex(index.name()).isPresent();
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new CreateIndex(table, index.on(dialect), ifNotExists, concurrently));
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "create index \"%s\" on \"%s\"%s".formatted(index.name(), table, concurrently ? " concurrently" : "");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
