package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.List;

/** Gives an index of a materialized view another name; nothing where a plain view stands in for it. */
public record RenameViewIndex(String view, String from, String to) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withObjectReplaced(before.view(view).withIndexRenamed(from, to));
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new RenameViewIndex(view, to, from));
    }

    @Override
    public String describe() {
        return "rename index \"%s\" of view \"%s\" to \"%s\"".formatted(from, view, to);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameViewIndex(this);
    }
}
