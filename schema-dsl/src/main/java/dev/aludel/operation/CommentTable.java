package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;

/** Sets the comment on the table, or takes it away. */
public record CommentTable(CommentChange change) implements TableChange {

    @Override
    public SchemaModel applyTo(String table, SchemaModel before) {
        return before.withTableChanged(table, current -> current.withComment(change.comment()));
    }

    @Override
    public TableChange reverse(Table before) {
        return new CommentTable(new CommentChange(before.comment()));
    }

    @Override
    public String describe() {
        return change.describe();
    }
}
