package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** Gives an index another name. */
public record RenameIndex(String table, String from, String to) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withTableChanged(table, current -> current.withIndexRenamed(from, to));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new RenameIndex(table, to, from));
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "rename index \"%s\" of \"%s\" to \"%s\"".formatted(from, table, to);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameIndex(this);
    }
}
