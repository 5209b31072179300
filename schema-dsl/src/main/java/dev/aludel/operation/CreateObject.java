package dev.aludel.operation;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/**
 * Creates a view, function, procedure, trigger or extension.
 *
 * @param replacing whether it takes the place of the one of its name, which must be there then
 */
public record CreateObject(DatabaseObject object, boolean replacing) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        if (object instanceof DatabaseObject.UpdatedAtTrigger trigger) {
            before.table(trigger.onTable()).column(trigger.column());
        }
        return replacing ? before.withObjectReplaced(object) : before.withObject(object);
    }

    /** An extension stays, because others may use it by now. */
    @Override
    public List<Operation> reverse(SchemaModel before) {
        if (object.kind() == DatabaseObject.Kind.EXTENSION) {
            return List.of();
        }
        DropObject drop = new DropObject(object.kind(), object.name());
        return replacing
                ? List.of(drop, new CreateObject(before.object(object.kind(), object.name()), false))
                : List.of(drop);
    }

    @Override
    public Optional<String> changedTable() {
        return object.table();
    }

    @Override
    public String describe() {
        return "%s %s \"%s\""
                .formatted(replacing ? "replace" : "create", object.kind().words(), object.name());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createObject(this);
    }
}
