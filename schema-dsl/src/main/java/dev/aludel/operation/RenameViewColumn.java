package dev.aludel.operation;

import dev.aludel.model.DatabaseObject;
import dev.aludel.model.PerDialect;
import dev.aludel.model.SchemaModel;
import java.util.List;

/**
 * Gives a column of a view another name.
 *
 * @param query what the view shows, with the new name: where a view's columns can't be renamed, it is made anew of that
 */
public record RenameViewColumn(String view, String from, String to, PerDialect<String> query) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        DatabaseObject.View renamed = before.view(view).withColumnRenamed(from, to, query);
        return before.withObjectReplaced(renamed);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new RenameViewColumn(view, to, from, before.view(view).query()));
    }

    @Override
    public String describe() {
        return "rename column \"%s\" of view \"%s\" to \"%s\"".formatted(from, view, to);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameViewColumn(this);
    }
}
