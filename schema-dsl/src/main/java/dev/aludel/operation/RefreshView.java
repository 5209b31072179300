package dev.aludel.operation;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.SchemaModel;
import java.util.List;

/**
 * Brings the rows of a materialized view up to date.
 *
 * @param concurrently whether readers go on meanwhile, which needs a unique index over all its rows
 */
public record RefreshView(String view, boolean concurrently) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        before.object(DatabaseObject.Kind.VIEW, view);
        return before;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of();
    }

    @Override
    public String describe() {
        return "refresh view \"%s\"%s".formatted(view, concurrently ? " concurrently" : "");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.refreshView(this);
    }
}
