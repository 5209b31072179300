package dev.aludel.operation;

import dev.aludel.model.DialectId;
import dev.aludel.model.SchemaModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Changes a table, in as few passes over its rows as the database allows.
 *
 * @param table its name
 * @param changes at least one; each sees the table as the ones before it left it
 */
public record AlterTable(String table, List<TableChange> changes) implements Operation {

    public AlterTable {
        changes = List.copyOf(changes);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        for (TableChange change : changes) {
            after = change.applyTo(table, after);
        }
        return after;
    }

    @Override
    public List<Operation> reverse(SchemaModel before) {
        Deque<TableChange> undoing = new ArrayDeque<>();
        SchemaModel current = before;
        for (TableChange change : changes) {
            undoing.addFirst(change.reverse(current.table(table)));
            current = change.applyTo(table, current);
        }
        return List.of(new AlterTable(table, new ArrayList<>(undoing)));
    }

    @Override
    public List<Operation> on(DialectId dialect) {
        return List.of(new AlterTable(
                table, changes.stream().map(change -> change.on(dialect)).toList()));
    }

    @Override
    public Optional<String> changedTable() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        StringJoiner described = new StringJoiner(", ", "alter table \"" + table + "\": ", "");
        for (TableChange change : changes) {
            described.add(change.describe());
        }
        return described.toString();
    }

    @Override
    public boolean losesData() {
        return changes.stream().anyMatch(TableChange::losesData);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterTable(this);
    }
}
