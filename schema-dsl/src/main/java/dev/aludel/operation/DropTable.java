package dev.aludel.operation;

import dev.aludel.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a table, its rows, constraints and indexes. */
public record DropTable(String table) implements Operation {

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.withoutTable(table);
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        List<Operation> created = new ArrayList<>(List.of(new CreateTable(before.table(table))));
        before.objectsOf(table).forEach(trigger -> created.add(new CreateObject(trigger, false)));
        return created;
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        return "drop table \"%s\"".formatted(table);
    }

    @Override
    public boolean losesData() {
        return true;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
