package dev.aludel.operation;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.SchemaModel;
import java.util.List;

/** Drops a view, function, procedure, trigger or extension. */
public record DropObject(DatabaseObject.Kind kind, String name) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withoutObject(kind, name);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new CreateObject(before.object(kind, name), false));
    }

    @Override
    public String describe() {
        return "drop %s \"%s\"".formatted(kind.words(), name);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropObject(this);
    }
}
