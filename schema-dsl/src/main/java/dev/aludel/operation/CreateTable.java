package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import dev.aludel.model.Table;
import java.util.List;

/**
 * Creates a table with its constraints and indexes.
 *
 * @param table the table whole
 */
public record CreateTable(Table table) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        table.columns().forEach(column -> before.requireKnown(column.type()));
        return before.withTable(table);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        return List.of(new DropTable(table.name()));
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new CreateTable(table.on(dialect)));
    }

    @Override
    public String describe() {
        return "create table \"" + table.name() + "\"";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTable(this);
    }
}
