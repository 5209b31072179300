package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** Has the database gather what it plans queries by. */
public record AnalyzeTable(String table) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        before.table(table);
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of();
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "analyze \"%s\"".formatted(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.analyzeTable(this);
    }
}
