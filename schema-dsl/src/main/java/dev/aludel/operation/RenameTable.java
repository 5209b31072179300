package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** Gives a table another name; foreign keys that refer to it follow, names of constraints and indexes stay. */
public record RenameTable(String from, String to) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withTableRenamed(from, to);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new RenameTable(to, from));
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(from);
    }

    @Override
    public String describe() {
        return "rename table \"%s\" to \"%s\"".formatted(from, to);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
