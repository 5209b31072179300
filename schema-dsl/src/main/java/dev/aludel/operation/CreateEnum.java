package dev.aludel.operation;

import dev.aludel.model.EnumType;
import dev.aludel.model.SchemaModel;
import java.util.List;

/** Creates an enum for columns to use. */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withEnum(type);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new DropEnum(type.name()));
    }

    @Override
    public String describe() {
        return "create enum \"%s\"".formatted(type.name());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createEnum(this);
    }
}
