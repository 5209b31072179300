package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;

/** Drops an enum that no column uses. */
public record DropEnum(String name) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withoutEnum(name);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new CreateEnum(before.enumeration(name)));
    }

    @Override
    public String describe() {
        return "drop enum \"%s\"".formatted(name);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropEnum(this);
    }
}
